package dev.almanac.query.view.resource;

import dev.almanac.events.TimeSlot;
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

    /**
     * What sticks out of a slot in which the resource is back: nothing, one part or two. The part behind it is named as the
     * conflict-detector names it.
     */
    Stream<UnavailablePeriod> outside(TimeSlot back) {
        if (!slot().overlaps(back)) {
            return Stream.of(this);
        }
        String behind = resourceAvailabilityId + "~" + back.end().getEpochSecond();
        return Stream.of(
                        between(resourceAvailabilityId, startDateTime, back.start()),
                        between(behind, back.end(), endDateTime))
                .filter(part -> part.startDateTime.isBefore(part.endDateTime));
    }

    private UnavailablePeriod between(String id, Instant start, Instant end) {
        return new UnavailablePeriod(id, start, end, reason, markedBy);
    }
}
