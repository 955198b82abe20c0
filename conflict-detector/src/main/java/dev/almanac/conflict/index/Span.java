package dev.almanac.conflict.index;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.lane.LaneEntry;
import java.time.Duration;
import java.util.Arrays;

/** Groups claims by length: an overlap query looks back no further than the longest of a group. */
public enum Span {
    UP_TO_HOUR("A", 1, Duration.ofHours(1)),
    UP_TO_FOUR_HOURS("B", 2, Duration.ofHours(4)),
    UP_TO_DAY("C", 4, Duration.ofDays(1)),
    UP_TO_WEEK("D", 8, Duration.ofDays(7)),
    UP_TO_MONTH("E", 16, Duration.ofDays(31)),
    /** Only a resource can be out for longer. */
    OVER_MONTH("F", 32, LaneEntry.LONGEST);

    /** An event of a working day reaches two stretches of the shortest group, and not a dozen. */
    private static final int LENGTHS_IN_A_STRETCH = 8;

    private final String letter;
    private final int bit;
    private final Duration longest;
    private final Duration stretch;

    Span(String letter, int bit, Duration longest) {
        this.letter = letter;
        this.bit = bit;
        this.longest = longest;
        this.stretch = longest.multipliedBy(LENGTHS_IN_A_STRETCH);
    }

    /** As keys that are stored say it. */
    public String letter() {
        return letter;
    }

    /** As profiles of lanes that are stored say it. */
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
                .orElse(OVER_MONTH);
    }
}
