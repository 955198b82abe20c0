package dev.almanac.bench.streams;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * When a load wants things to be done.
 *
 * @param onTheSecond all those of a second as it begins, as crontabs have it, and not spread over it
 */
record DueTimes(String name, int perSecond, int seconds, boolean onTheSecond) {
    private static final int SECONDS = 20;

    static final List<DueTimes> ALL = List.of(
            spread(100),
            spread(1_000),
            spread(5_000),
            new DueTimes("1,000 due as each second begins", 1_000, SECONDS, true),
            new DueTimes("10,000 due at one instant", 10_000, 1, true));

    static DueTimes spread(int perSecond) {
        return new DueTimes("%,d due per second".formatted(perSecond), perSecond, SECONDS, false);
    }

    /** Those whose names contain one of the words; all if there are none. */
    static List<DueTimes> named(String... words) {
        return ALL.stream()
                .filter(times -> words.length == 0 || Stream.of(words).anyMatch(times.name.replace(",", "")::contains))
                .toList();
    }

    int count() {
        return perSecond * seconds;
    }

    /** Time enough to receive all of them before the first is due: how fast that goes is not measured here. */
    Instant first(Instant now) {
        return now.plusSeconds(15 + count() / 500).truncatedTo(ChronoUnit.SECONDS);
    }

    Instant of(int number, Instant first) {
        return onTheSecond
                ? first.plusSeconds(number % seconds)
                : first.plus(Duration.ofSeconds(seconds).multipliedBy(number).dividedBy(count()));
    }
}
