package dev.almanac.bench.write;

import dev.almanac.events.TimeSlot;
import java.time.Duration;
import java.time.Instant;

/** Which event takes place where and when: on calendars in turn, and none at the time of another. */
final class Slots {
    static final int CALENDARS = 20;
    static final int CAPACITY = 1_000;
    static final Duration LENGTH = Duration.ofHours(1);
    private static final Instant FIRST = Instant.parse("2040-01-01T00:00:00Z");
    private static final Duration APART = LENGTH.multipliedBy(2);

    private Slots() {}

    static TimeSlot of(int number) {
        Instant start = FIRST.plus(APART.multipliedBy(number / CALENDARS));
        return new TimeSlot(start, start.plus(LENGTH));
    }

    /** There and back again. */
    static Instant moved(int number, int times) {
        return of(number).start().plus(LENGTH.multipliedBy(times % 2));
    }
}
