package dev.almanac.query.resources.availability;

import dev.almanac.events.TimeSlot;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * A time at which a resource is to be had.
 *
 * @param localStart in the resource's own zone, or UTC, unless another was asked for
 * @param duration ISO 8601
 */
record FreeSlot(
        Instant startDateTime,
        Instant endDateTime,
        OffsetDateTime localStart,
        OffsetDateTime localEnd,
        @Schema(type = "string", example = "PT30M") Duration duration,
        boolean isAvailable) {

    static FreeSlot of(TimeSlot slot, ZoneId zone) {
        return new FreeSlot(
                slot.start(),
                slot.end(),
                slot.start().atZone(zone).toOffsetDateTime(),
                slot.end().atZone(zone).toOffsetDateTime(),
                slot.duration(),
                true);
    }
}
