package dev.almanac.query.resources;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.resource.OutOfService;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A resource is out during {@code [startDateTime, endDateTime)}. */
public record UnavailablePeriod(
        String resourceAvailabilityId,
        Instant startDateTime,
        Instant endDateTime,
        @Nullable String reason,
        String markedBy) {

    public TimeSlot slot() {
        return new TimeSlot(startDateTime, endDateTime);
    }

    Stream<UnavailablePeriod> outside(TimeSlot back) {
        return new OutOfService(resourceAvailabilityId, slot())
                .outside(back)
                .map(left -> new UnavailablePeriod(
                        left.resourceAvailabilityId(),
                        left.slot().start(),
                        left.slot().end(),
                        reason,
                        markedBy));
    }
}
