package dev.almanac.events.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.almanac.events.resource.ResourceClaim;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an event is about, apart from when and where it is booked.
 *
 * @param eventId the event's id in the system it came from, such as an iCalendar UID
 * @param priority 1 (highest) to 9 (lowest), 0 when undefined (RFC 5545 3.8.1.9)
 * @param allDay the event covers whole days of its zone
 * @param companions events that go where this one goes; left out of the JSON when there are none
 */
public record EventDetails(
        @Nullable String eventId,
        String title,
        @Nullable String description,
        @Nullable String location,
        @Nullable String category,
        int priority,
        List<String> tags,
        List<ResourceClaim> resources,
        boolean allDay,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Companion> companions) {

    public EventDetails(
            @Nullable String eventId,
            String title,
            @Nullable String description,
            @Nullable String location,
            @Nullable String category,
            int priority,
            List<String> tags,
            List<ResourceClaim> resources,
            boolean allDay) {
        this(eventId, title, description, location, category, priority, tags, resources, allDay, List.of());
    }

    public EventDetails {
        tags = List.copyOf(tags == null ? List.of() : tags);
        resources = List.copyOf(resources == null ? List.of() : resources);
        companions = List.copyOf(companions == null ? List.of() : companions);
    }

    public EventDetails with(List<Companion> newCompanions) {
        return new EventDetails(
                eventId, title, description, location, category, priority, tags, resources, allDay, newCompanions);
    }

    public EventDetails needing(List<ResourceClaim> newResources) {
        return new EventDetails(
                eventId, title, description, location, category, priority, tags, newResources, allDay, companions);
    }
}
