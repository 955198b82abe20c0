package dev.almanac.query.diary;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.query.access.VisibleViews;
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
import dev.almanac.query.store.Generations;
import dev.almanac.recurrence.KnownZone;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
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
    private final Generations generations;
    private final VisibleViews visible;

    Slots(Generations generations, VisibleViews visible) {
        this.generations = generations;
        this.visible = visible;
    }

    public Mono<List<EventItem>> in(Collection<String> lanes, TimeSlot window, ZoneId zone) {
        return in(visible.active(), lanes, window, zone);
    }

    /** Also what the caller may not see: that something is there is no secret, what it is may be. */
    public Mono<Boolean> isAnythingIn(Collection<String> lanes, TimeSlot window, Predicate<EntryView> counts) {
        return EntryReads.of(generations.active())
                .overlapping(lanes, window, EVENTS_MAX + 1)
                .any(counts);
    }

    private static Mono<List<EventItem>> in(Generation views, Collection<String> lanes, TimeSlot window, ZoneId zone) {
        return EntryReads.of(views)
                .overlapping(lanes, window, EVENTS_MAX + 1)
                .collectList()
                .flatMap(entries -> joined(views, entries, zone));
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
                        .map(items -> items.stream()
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
                .flatMap(items -> Mono.justOrEmpty(items.stream().findFirst()));
    }

    private static Mono<List<EventItem>> joined(Generation views, List<EntryView> entries, @Nullable ZoneId zone) {
        if (entries.size() > EVENTS_MAX) {
            return Mono.error(() -> Rejections.tooManyEvents(EVENTS_MAX));
        }
        Set<String> schedules = entries.stream().map(EntryView::scheduleId).collect(Collectors.toSet());
        List<String> ids = entries.stream().map(EntryView::id).toList();
        return Mono.zip(
                ScheduleReads.of(views).byIds(schedules).collectMap(ScheduleView::id),
                OpenConflicts.levels(views, ids),
                (byId, levels) -> items(entries, byId, levels, zone));
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
