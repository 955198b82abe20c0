package dev.almanac.command.ledger;

import dev.almanac.events.TimeSlot;
import java.time.Duration;

/** Groups claims by length, so that an overlap query looks back only as far as the longest of a group. */
enum Span {
    HOUR(0, Duration.ofHours(1)),
    FOUR_HOURS(1, Duration.ofHours(4)),
    DAY(2, Duration.ofDays(1)),
    WEEK(3, Duration.ofDays(7)),
    MONTH(4, Duration.ofDays(31));

    private final int code;
    private final Duration longest;

    Span(int code, Duration longest) {
        this.code = code;
        this.longest = longest;
    }

    /** As the ledger's rows say it. */
    int code() {
        return code;
    }

    Duration longest() {
        return longest;
    }

    static Span of(TimeSlot slot) {
        for (Span span : values()) {
            if (slot.duration().compareTo(span.longest) <= 0) {
                return span;
            }
        }
        throw new IllegalArgumentException("No claim is as long as " + slot.duration());
    }
}
