package dev.almanac.query.conflicts;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.conflict.ResolutionMethod;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way out of a conflict that was checked to cause no other, as of now.
 *
 * @param scheduleId the event or occurrence to change
 * @param startDateTime of {@code RESCHEDULED}: the free slot, with the end
 * @param resourceId of {@code RESOURCE_CHANGED}: the free resource of the same type, with its name
 * @param parts of {@code SPLIT}: what remains of the event before and behind the other
 */
record SuggestedResolution(
        ResolutionMethod method,
        String scheduleId,
        @Nullable Instant startDateTime,
        @Nullable Instant endDateTime,
        @Nullable String resourceId,
        @Nullable String resourceName,
        @Nullable List<Part> parts) {

    record Part(Instant startDateTime, Instant endDateTime) {}

    static SuggestedResolution move(String scheduleId, TimeSlot to) {
        return new SuggestedResolution(
                ResolutionMethod.RESCHEDULED, scheduleId, to.start(), to.end(), null, null, null);
    }

    static SuggestedResolution take(String scheduleId, String resourceId, String name) {
        return new SuggestedResolution(
                ResolutionMethod.RESOURCE_CHANGED, scheduleId, null, null, resourceId, name, null);
    }

    static SuggestedResolution split(String scheduleId, TimeSlot before, TimeSlot behind) {
        List<Part> parts = List.of(new Part(before.start(), before.end()), new Part(behind.start(), behind.end()));
        return new SuggestedResolution(ResolutionMethod.SPLIT, scheduleId, null, null, null, null, parts);
    }
}
