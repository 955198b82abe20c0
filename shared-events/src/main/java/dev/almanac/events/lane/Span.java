package dev.almanac.events.lane;

import dev.almanac.events.TimeSlot;
import java.time.Duration;
import java.util.Arrays;

/** Groups claims by length: an overlap query looks back no further than the longest of a group. */
public enum Span {
    A(1, Duration.ofHours(1)),
    B(2, Duration.ofHours(4)),
    C(4, Duration.ofDays(1)),
    D(8, Duration.ofDays(7)),
    E(16, Duration.ofDays(31)),
    /** Only a resource can be out for longer. */
    F(32, LaneEntry.LONGEST);

    /** An event of a working day reaches two stretches of the shortest group, and not a dozen. */
    private static final int LENGTHS_IN_A_STRETCH = 8;

    private final int bit;
    private final Duration longest;
    private final Duration stretch;

    Span(int bit, Duration longest) {
        this.bit = bit;
        this.longest = longest;
        this.stretch = longest.multipliedBy(LENGTHS_IN_A_STRETCH);
    }

    public int bit() {
        return bit;
    }

    public Duration longest() {
        return longest;
    }

    /** How much of a lane's time is kept in memory together. */
    Duration stretch() {
        return stretch;
    }

    public static Span of(TimeSlot slot) {
        return Arrays.stream(values())
                .filter(span -> slot.duration().compareTo(span.longest) <= 0)
                .findFirst()
                .orElse(F);
    }
}
