package dev.almanac.query.diary;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.query.access.Reader;
import dev.almanac.query.access.VisibleViews;
import dev.almanac.query.caching.Answer;
import dev.almanac.query.caching.AnswerCache;
import dev.almanac.query.caching.AnswerCaches;
import dev.almanac.query.caching.CacheProperties;
import dev.almanac.query.caching.Tags;
import dev.almanac.query.conflicts.ConflictView;
import dev.almanac.query.conflicts.OpenConflicts;
import dev.almanac.query.events.EntryReads;
import dev.almanac.query.events.EntryView;
import dev.almanac.query.events.ScheduleQuery;
import dev.almanac.query.events.ScheduleReads;
import dev.almanac.query.events.ScheduleView;
import dev.almanac.query.http.Cursor;
import dev.almanac.query.http.Page;
import dev.almanac.query.http.Rejections;
import dev.almanac.query.http.Scan;
import dev.almanac.query.store.Generation;
import dev.almanac.recurrence.KnownZone;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The slots of calendars or resources in a window, joined with their events and conflicts. */
@Component
public class Slots {
    /** No screen shows more, and an answer stays below some ten megabytes. */
    public static final int EVENTS_MAX = 10_000;

    public static final Comparator<EventItem> BY_TIME =
            Comparator.comparing(EventItem::startDateTime).thenComparing(EventItem::id);
    /** More lanes are those of somebody who sees much: they are seldom asked for twice. */
    private static final int LANES_KEPT_MAX = 100;

    private final VisibleViews visible;
    private final AnswerCache<Question, List<EventItem>> cache;

    Slots(VisibleViews visible, AnswerCaches caches, CacheProperties properties) {
        this.visible = visible;
        this.cache = caches.of("calendar-views", properties.events(), Slots::weight);
    }

    private record Question(Reader reader, Set<String> lanes, TimeSlot window, ZoneId zone) {}

    /** What was found of slots. */
    private record Joined(List<EntryView> entries, List<EventItem> items, List<ConflictView> conflicts) {}

    public Mono<List<EventItem>> in(Collection<String> lanes, TimeSlot window, ZoneId zone) {
        Generation views = visible.active();
        return lanes.size() > LANES_KEPT_MAX
                ? found(views, lanes, window, zone).map(Joined::items)
                : visible.reader()
                        .map(reader -> new Question(reader, Set.copyOf(lanes), window, zone))
                        .flatMap(question -> cache.get(
                                question,
                                views,
                                found(views, lanes, window, zone).map(joined -> answer(question, joined))));
    }

    private static Mono<Joined> found(Generation views, Collection<String> lanes, TimeSlot window, ZoneId zone) {
        return EntryReads.of(views)
                .overlapping(lanes, window, EVENTS_MAX + 1)
                .collectList()
                .flatMap(entries -> joined(views, entries, zone));
    }

    private static Answer<List<EventItem>> answer(Question question, Joined joined) {
        Set<String> tags = new HashSet<>(question.lanes());
        joined.entries().forEach(entry -> tags.add(Tags.ofSeries(entry.scheduleId())));
        joined.conflicts().forEach(conflict -> tags.add(Tags.ofConflict(conflict.id())));
        if (question.reader().isRestricted()) {
            tags.add(Tags.RIGHTS);
        }
        return new Answer<>(joined.items(), tags);
    }

    private static int weight(Answer<List<EventItem>> answer) {
        return 1 + answer.value().size();
    }

    /**
     * Slots by start, a page of them.
     *
     * @param after where the page before ended
     * @param admitted what else an item must be
     * @param zone of local times; that of each event where it is null
     */
    public Mono<Page<EventItem>> page(
            ScheduleQuery query,
            Optional<Cursor> after,
            int limit,
            Predicate<EventItem> admitted,
            @Nullable ZoneId zone) {
        Generation views = visible.active();
        return Scan.made(
                EntryReads.of(views).list(query, after, Scan.LOOKED_AT_MAX),
                limit,
                entry -> new Cursor(entry.startDateTime().toString(), entry.id()),
                entries -> joined(views, entries, zone)
                        .map(joined -> joined.items().stream()
                                .filter(admitted)
                                .collect(Collectors.toMap(EventItem::id, Function.identity())))
                        .map(byId -> entry -> Optional.ofNullable(byId.get(entry.id()))));
    }

    /** One slot by its own id. */
    public Mono<EventItem> one(String id, ZoneId zone) {
        Generation views = visible.active();
        return EntryReads.of(views)
                .byId(id)
                .flatMap(entry -> joined(views, List.of(entry), zone))
                .flatMap(joined -> Mono.justOrEmpty(joined.items().stream().findFirst()));
    }

    private static Mono<Joined> joined(Generation views, List<EntryView> entries, @Nullable ZoneId zone) {
        if (entries.size() > EVENTS_MAX) {
            return Mono.error(() -> Rejections.tooManyEvents(EVENTS_MAX));
        }
        Set<String> schedules = entries.stream().map(EntryView::scheduleId).collect(Collectors.toSet());
        List<String> ids = entries.stream().map(EntryView::id).toList();
        return Mono.zip(
                ScheduleReads.of(views).byIds(schedules).collectMap(ScheduleView::id),
                OpenConflicts.of(views, ids).collectList(),
                (byId, conflicts) ->
                        new Joined(entries, items(entries, byId, OpenConflicts.worst(conflicts), zone), conflicts));
    }

    private static List<EventItem> items(
            List<EntryView> entries,
            Map<String, ScheduleView> schedules,
            Map<String, ConflictLevel> levels,
            @Nullable ZoneId zone) {
        return entries.stream()
                .map(entry -> item(entry, schedules.get(entry.scheduleId()), levels, zone))
                .flatMap(Optional::stream)
                .sorted(BY_TIME)
                .toList();
    }

    private static Optional<EventItem> item(
            EntryView entry,
            @Nullable ScheduleView schedule,
            Map<String, ConflictLevel> levels,
            @Nullable ZoneId zone) {
        ZoneId own = schedule == null
                ? ZoneOffset.UTC
                : KnownZone.orUtc(schedule.booking().timeZone());
        return EventItem.of(
                entry,
                schedule,
                levels.getOrDefault(entry.id(), ConflictLevel.NONE),
                Objects.requireNonNullElse(zone, own));
    }
}
