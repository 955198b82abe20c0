package dev.almanac.bench.suite;

/** Two events that need one resource at the same time. */
record Collision(Answered one, Answered other) {

    /** As the stream of changes reports it. */
    String key() {
        return ChangeFeed.conflict(one.scheduleId(), other.scheduleId());
    }

    /** When both were answered, by {@link System#nanoTime()}. */
    long answeredNanos() {
        return Math.max(one.answeredNanos(), other.answeredNanos());
    }
}
