package dev.almanac.command.http;

import dev.almanac.events.TimeSlot;
import java.time.Instant;

/** A slot that could be booked instead. */
public record FreeSlotAnswer(Instant startDateTime, Instant endDateTime) {

    static FreeSlotAnswer of(TimeSlot slot) {
        return new FreeSlotAnswer(slot.start(), slot.end());
    }
}
