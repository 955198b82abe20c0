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
 * @param icalendar content lines of iCalendar that came with the event and are handed on as they stand, such as its
 *     attendees and alarms (RFC 5545 3.1, unfolded); left out of the JSON when there are none
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
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Companion> companions,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> icalendar) {

    public EventDetails(
            @Nullable String eventId,
            String title,
            @Nullable String description,
            @Nullable String location,
            @Nullable String category,
            int priority,
            List<String> tags,
            List<ResourceClaim> resources,
            boolean allDay,
            List<Companion> companions) {
        this(eventId, title, description, location, category, priority, tags, resources, allDay, companions, List.of());
    }

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
        icalendar = List.copyOf(icalendar == null ? List.of() : icalendar);
    }

    public EventDetails with(List<Companion> newCompanions) {
        return new EventDetails(
                eventId,
                title,
                description,
                location,
                category,
                priority,
                tags,
                resources,
                allDay,
                newCompanions,
                icalendar);
    }

    public EventDetails needing(List<ResourceClaim> newResources) {
        return new EventDetails(
                eventId,
                title,
                description,
                location,
                category,
                priority,
                tags,
                newResources,
                allDay,
                companions,
                icalendar);
    }

    /** With lines that are handed on as they stand. */
    public EventDetails keeping(List<String> lines) {
        return new EventDetails(
                eventId, title, description, location, category, priority, tags, resources, allDay, companions, lines);
    }

    /** What it needs and whether it covers days, without a text. */
    public EventDetails bare() {
        return new EventDetails(null, "", null, null, null, priority, List.of(), resources, allDay);
    }

    /** Known elsewhere by another id, or by none. */
    public EventDetails known(@Nullable String otherEventId) {
        return new EventDetails(
                otherEventId,
                title,
                description,
                location,
                category,
                priority,
                tags,
                resources,
                allDay,
                companions,
                icalendar);
    }
}
