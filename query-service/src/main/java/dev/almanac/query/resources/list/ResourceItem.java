package dev.almanac.query.resources.list;

import dev.almanac.events.resource.ResourceProfile;
import dev.almanac.events.resource.ResourceType;
import dev.almanac.query.resources.ResourceView;
import dev.almanac.query.resources.UnavailablePeriod;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resource as clients see it.
 *
 * @param version for {@code If-Match}
 * @param timeZone IANA id
 * @param calendarId its own calendar
 * @param bufferMinutes how long it needs between two claims; absent for none
 * @param unavailable when it is out, by start
 */
record ResourceItem(
        String id,
        long version,
        String name,
        ResourceType resourceType,
        @Nullable String timeZone,
        @Nullable String calendarId,
        @Nullable Integer bufferMinutes,
        List<UnavailablePeriod> unavailable,
        Instant changedAt) {

    static ResourceItem of(ResourceView view) {
        ResourceProfile profile = view.profile();
        return new ResourceItem(
                view.id(),
                view.version(),
                profile.name(),
                profile.resourceType(),
                profile.timeZone(),
                profile.calendarId(),
                profile.bufferMinutes(),
                view.unavailable(),
                view.changedAt());
    }
}
