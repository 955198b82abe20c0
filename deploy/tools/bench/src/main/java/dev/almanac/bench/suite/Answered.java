package dev.almanac.bench.suite;

/** A command that was accepted, by {@link System#nanoTime()}. */
record Answered(int number, String scheduleId, long sentNanos, long answeredNanos) {
    long tookNanos() {
        return answeredNanos - sentNanos;
    }
}
