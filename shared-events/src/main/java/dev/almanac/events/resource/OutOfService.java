package dev.almanac.events.resource;

import dev.almanac.events.TimeSlot;
import java.time.Instant;
import java.util.stream.Stream;

/** A time in which a resource is out. */
public record OutOfService(String resourceAvailabilityId, TimeSlot slot) {
    private static final String PART = "~";

    /** What is left of it when the resource is back for a slot: what lies behind that is an outage of its own. */
    public Stream<OutOfService> outside(TimeSlot back) {
        if (!slot.overlaps(back)) {
            return Stream.of(this);
        }
        Stream<OutOfService> before = slot.start().isBefore(back.start())
                ? Stream.of(new OutOfService(resourceAvailabilityId, new TimeSlot(slot.start(), back.start())))
                : Stream.empty();
        Stream<OutOfService> behind = back.end().isBefore(slot.end())
                ? Stream.of(new OutOfService(behind(back.end()), new TimeSlot(back.end(), slot.end())))
                : Stream.empty();
        return Stream.concat(before, behind);
    }

    /** However often it was cut before, so that names do not grow: parts of one outage begin at different times. */
    private String behind(Instant start) {
        String whole = resourceAvailabilityId.split(PART, 2)[0];
        return whole + PART + start.getEpochSecond();
    }
}
