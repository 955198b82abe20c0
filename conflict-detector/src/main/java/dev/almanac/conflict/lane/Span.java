package dev.almanac.conflict.lane;

import dev.almanac.events.TimeSlot;
import java.time.Duration;

/** Groups claims by length: an overlap query looks back no further than the longest of a group. */
enum Span {
    A(Duration.ofHours(1)),
    B(Duration.ofHours(4)),
    C(Duration.ofDays(1)),
    D(Duration.ofDays(7)),
    E(Duration.ofDays(31)),
    /** Only a resource can be out for longer. */
    F(Duration.ofDays(36_525));

    private final Duration longest;

    Span(Duration longest) {
        this.longest = longest;
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
        return F;
    }
}
