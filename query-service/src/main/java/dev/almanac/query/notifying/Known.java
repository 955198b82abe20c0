package dev.almanac.query.notifying;

import dev.almanac.events.OccurrenceId;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.resource.ResourceClaim;
import dev.almanac.query.calendars.CalendarView;
import dev.almanac.query.conflicts.ConflictView;
import dev.almanac.query.events.ScheduleView;
import dev.almanac.query.resources.ResourceView;
import dev.almanac.query.rules.RuleView;
import dev.almanac.query.webhooks.WebhookView;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What changes are about, as the views have it; each by its id.
 *
 * @param slotsBefore by the id of a change that may have moved its event: when that took place before
 */
record Known(
        Map<String, CalendarView> calendars,
        Map<String, ScheduleView> events,
        Map<String, RuleView> rules,
        Map<String, ResourceView> resources,
        Map<String, ConflictView> conflicts,
        Map<String, WebhookView> webhooks,
        Map<String, TimeSlot> slotsBefore) {

    Optional<ScheduleView> event(String scheduleOrOccurrenceId) {
        return Optional.ofNullable(events.get(OccurrenceId.seriesOf(scheduleOrOccurrenceId)));
    }

    Optional<RuleView> rule(String id) {
        return Optional.ofNullable(rules.get(OccurrenceId.seriesOf(id)));
    }

    Optional<String> ownerOf(@Nullable String calendarId) {
        return Optional.ofNullable(calendarId)
                .map(calendars::get)
                .map(calendar -> calendar.profile().ownerId());
    }

    /** Who booked it, who owns its calendar, and who owns the calendars of its resources: they take part in it. */
    Set<String> peopleOf(ScheduleView event) {
        Set<String> people = new TreeSet<>(Set.of(event.createdBy()));
        ownerOf(event.booking().calendarId()).ifPresent(people::add);
        people.addAll(attendeesOf(event));
        return people;
    }

    Set<String> attendeesOf(ScheduleView event) {
        return event.details().resources().stream()
                .map(ResourceClaim::resourceId)
                .flatMap(this::ownersOfResource)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of an event, an occurrence or a run; nobody of what is neither, such as the time when a resource is out. */
    Set<String> peopleOf(String claimantId) {
        return event(claimantId)
                .map(this::peopleOf)
                .or(() -> rule(claimantId).map(this::peopleOf))
                .orElse(Set.of());
    }

    /** Whoever takes part, and whom its calendar is shared with. What managers may see is not known here. */
    boolean mayRead(String person, String claimantId) {
        return peopleOf(claimantId).contains(person)
                || calendarOf(claimantId).map(calendars::get).stream()
                        .flatMap(calendar -> calendar.shares().stream())
                        .anyMatch(share -> share.subject().equals(person));
    }

    private Optional<String> calendarOf(String claimantId) {
        return event(claimantId)
                .map(event -> event.booking().calendarId())
                .or(() -> rule(claimantId).map(RuleView::queue));
    }

    @Nullable
    String title(String claimantId) {
        return event(claimantId)
                .map(event -> event.details().title())
                .or(() -> rule(claimantId).map(rule -> rule.profile().name()))
                .orElse(null);
    }

    @Nullable
    String webhookUrl(String webhookId) {
        WebhookView webhook = webhooks.get(webhookId);
        return webhook == null ? null : webhook.profile().url();
    }

    Stream<String> ownersOfResource(String resourceId) {
        return Optional.ofNullable(resources.get(resourceId)).stream()
                .map(resource -> resource.profile().calendarId())
                .filter(Objects::nonNull)
                .flatMap(calendarId -> ownerOf(calendarId).stream());
    }

    /** Whoever answers for the rule, who created it, and who owns its queue. */
    Set<String> peopleOf(RuleView rule) {
        Set<String> people = new TreeSet<>(Set.of(rule.createdBy(), ownerOf(rule)));
        ownerOf(rule.queue()).ifPresent(people::add);
        return people;
    }

    String ownerOf(RuleView rule) {
        return Objects.requireNonNullElse(rule.profile().metadata().owner(), rule.createdBy());
    }
}
