package dev.almanac.query.notifying;

import static java.util.function.Predicate.not;

import dev.almanac.events.Change;
import dev.almanac.events.OccurrenceId;
import dev.almanac.events.Recorded;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.calendar.CalendarChange;
import dev.almanac.events.calendar.CalendarChange.OverbookingAllowedByOverride;
import dev.almanac.events.calendar.CalendarChange.OverbookingWarningTriggered;
import dev.almanac.events.conflict.ConflictChange;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictCleared;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictDetected;
import dev.almanac.events.occurrence.OccurrenceChange;
import dev.almanac.events.resource.ResourceClaim;
import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.EventUpdated;
import dev.almanac.events.subscription.SubscriptionChange.WebhookDisabled;
import dev.almanac.query.calendars.CalendarReads;
import dev.almanac.query.calendars.CalendarView;
import dev.almanac.query.conflicts.ConflictReads;
import dev.almanac.query.conflicts.ConflictView;
import dev.almanac.query.events.ScheduleReads;
import dev.almanac.query.events.ScheduleView;
import dev.almanac.query.history.EventPast;
import dev.almanac.query.history.HistoryItem;
import dev.almanac.query.history.HistoryReads;
import dev.almanac.query.resources.ResourceReads;
import dev.almanac.query.resources.ResourceView;
import dev.almanac.query.rules.RuleReads;
import dev.almanac.query.rules.RuleView;
import dev.almanac.query.store.Generation;
import dev.almanac.query.webhooks.WebhookReads;
import dev.almanac.query.webhooks.WebhookView;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;

/** Reads what a batch of changes is about: each view is asked once, however many changes there are. */
final class Knowing {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int CHANGES_OF_AN_EVENT_MAX = 5_000;
    private final Generation views;

    private Knowing(Generation views) {
        this.views = views;
    }

    static Known of(List<Recorded<Change>> batch, Generation views) {
        return new Knowing(views).about(batch);
    }

    private Known about(List<Recorded<Change>> batch) {
        Map<String, ConflictView> conflicts = byId(
                ids(batch, change -> change instanceof ConflictChange c ? Stream.of(c.conflictId()) : Stream.of()),
                ConflictReads.of(views)::byIds,
                ConflictView::id);
        List<String> subjects = Stream.concat(
                        ids(batch, Knowing::seriesIds).stream(),
                        conflicts.values().stream()
                                .flatMap(conflict ->
                                        Stream.of(conflict.scheduledEventId(), conflict.conflictingEventId())))
                .map(OccurrenceId::seriesOf)
                .distinct()
                .toList();
        Map<String, ScheduleView> events = byId(subjects, ScheduleReads.of(views)::byIds, ScheduleView::id);
        Map<String, RuleView> rules = byId(
                subjects.stream().filter(not(events::containsKey)).toList(), RuleReads.of(views)::byIds, RuleView::id);
        Map<String, ResourceView> resources = byId(
                Stream.concat(
                                events.values().stream()
                                        .flatMap(event -> event.details().resources().stream())
                                        .map(ResourceClaim::resourceId),
                                conflicts.values().stream().map(ConflictView::resourceId))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                ResourceReads.of(views)::byIds,
                ResourceView::id);
        Map<String, CalendarView> calendars = byId(
                Stream.of(
                                ids(batch, Knowing::calendarIds).stream(),
                                conflicts.values().stream().map(ConflictView::calendarId),
                                events.values().stream()
                                        .map(event -> event.booking().calendarId()),
                                rules.values().stream().map(RuleView::queue),
                                resources.values().stream()
                                        .map(resource -> resource.profile().calendarId()))
                        .flatMap(all -> all)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                CalendarReads.of(views)::byIds,
                CalendarView::id);
        Map<String, WebhookView> webhooks = byId(
                ids(batch, change -> change instanceof WebhookDisabled c ? Stream.of(c.webhookId()) : Stream.of()),
                WebhookReads.of(views)::byIds,
                WebhookView::id);
        return new Known(calendars, events, rules, resources, conflicts, webhooks, slotsBefore(batch));
    }

    private static List<String> ids(List<Recorded<Change>> batch, Function<Change, Stream<String>> of) {
        return batch.stream()
                .map(Recorded::change)
                .flatMap(of)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static Stream<String> seriesIds(Change change) {
        return switch (change) {
            case ScheduleChange c -> Stream.of(c.scheduleId());
            case OccurrenceChange c -> Stream.of(c.seriesId());
            case RuleChange c -> Stream.of(c.ruleId());
            case OverbookingWarningTriggered c -> Stream.of(c.scheduledEventId());
            case OverbookingAllowedByOverride c -> Stream.of(c.scheduledEventId());
            case ScheduleConflictDetected c -> Stream.of(c.scheduledEventId(), c.conflictingEventId());
            case ScheduleConflictCleared c -> Stream.of(c.scheduledEventId(), c.conflictingEventId());
            default -> Stream.of();
        };
    }

    private static Stream<String> calendarIds(Change change) {
        return change instanceof CalendarChange c ? Stream.of(c.calendarId()) : Stream.of();
    }

    private static <V> Map<String, V> byId(
            List<String> ids, Function<Collection<String>, Flux<V>> read, Function<V, String> id) {
        return ids.isEmpty()
                ? Map.of()
                : Objects.requireNonNull(read.apply(ids).collectMap(id).block(PATIENCE));
    }

    /** An event that was said anew as a whole does not say when it was before. */
    private Map<String, TimeSlot> slotsBefore(List<Recorded<Change>> batch) {
        Map<String, TimeSlot> before = new HashMap<>();
        batch.stream()
                .map(Recorded::change)
                .filter(EventUpdated.class::isInstance)
                .map(Change::subject)
                .distinct()
                .flatMap(this::past)
                .filter(item -> item.before() != null)
                .forEach(item -> before.put(item.changeId(), slot(item)));
        return before;
    }

    private Stream<HistoryItem> past(String scheduleId) {
        return EventPast.of(
                scheduleId,
                Objects.requireNonNull(HistoryReads.of(views)
                        .inSequence(scheduleId, CHANGES_OF_AN_EVENT_MAX)
                        .collectList()
                        .block(PATIENCE)))
                .stream();
    }

    private static TimeSlot slot(HistoryItem item) {
        var before = Objects.requireNonNull(item.before());
        return new TimeSlot(before.startDateTime(), before.endDateTime());
    }
}
