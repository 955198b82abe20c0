package dev.almanac.events.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.almanac.events.resource.ResourceClaim;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
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
 *     attendees (RFC 5545 3.1, unfolded); left out of the JSON when there are none
 * @param reminders how long before the start somebody is reminded, the shortest first; left out of the JSON when there are none
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
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> icalendar,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Duration> reminders) {
    /** More would be noise. */
    public static final int REMINDERS_MAX = 5;

    /** As long before the start as calendar programs remind. */
    public static final Duration REMINDER_LONGEST = Duration.ofDays(28);

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
        this(
                eventId,
                title,
                description,
                location,
                category,
                priority,
                tags,
                resources,
                allDay,
                companions,
                List.of(),
                List.of());
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
        reminders = List.copyOf(reminders == null ? List.of() : reminders);
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
                icalendar,
                reminders);
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
                icalendar,
                reminders);
    }

    /** With lines that are handed on as they stand. */
    public EventDetails keeping(List<String> lines) {
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
                companions,
                lines,
                reminders);
    }

    /** With reminders so long before the start: each once, the shortest first. */
    public EventDetails reminding(Collection<Duration> before) {
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
                companions,
                icalendar,
                before.stream().distinct().sorted().toList());
    }

    /** Whether somebody can be reminded so long before the start. */
    public static boolean isReminder(Duration before) {
        return !before.isNegative()
                && before.compareTo(REMINDER_LONGEST) <= 0
                && before.equals(before.truncatedTo(ChronoUnit.SECONDS));
    }

    /** What it needs, whether it covers days and when somebody is reminded, without a text. */
    public EventDetails bare() {
        return new EventDetails(null, "", null, null, null, priority, List.of(), resources, allDay)
                .reminding(reminders);
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
                icalendar,
                reminders);
    }
}
