package dev.almanac.query.window;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.calendar.CalendarType;
import dev.almanac.query.access.VisibleViews;
import dev.almanac.query.caching.Answer;
import dev.almanac.query.caching.Tags;
import dev.almanac.query.calendars.CalendarReads;
import dev.almanac.query.calendars.CalendarView;
import dev.almanac.query.diary.Slots;
import dev.almanac.query.events.EntryReads;
import dev.almanac.query.events.EntryView;
import dev.almanac.query.events.Lanes;
import dev.almanac.query.http.Rejections;
import dev.almanac.query.rules.CachedRule;
import dev.almanac.query.rules.RuleCache;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Counts the jobs of rules by their queues, and what is booked on calendars. */
@Component
class Densities {
    private static final String BOOKING = "BOOKING";
    /** Which calendars are queues, and whose, say the calendars. */
    private static final Set<String> OF_RULES = Set.of(Tags.RULES, Tags.RIGHTS);

    private final VisibleViews visible;
    private final RuleCache cache;
    private final QuarterHours quarters;

    Densities(VisibleViews visible, RuleCache cache, QuarterHours quarters) {
        this.visible = visible;
        this.cache = cache;
        this.quarters = quarters;
    }

    /** The jobs of all rules that the caller may see. */
    Mono<Answer<Density>> of(Buckets buckets) {
        return jobs(buckets, _ -> true).map(density -> new Answer<>(density, OF_RULES));
    }

    /** The jobs of these queues and of those calendars that are queues, and what is booked on the calendars. */
    Mono<Answer<Density>> of(Buckets buckets, Set<String> queues, List<String> calendarIds) {
        return CalendarReads.of(visible.active())
                .byIds(calendarIds)
                .collectList()
                .flatMap(calendars -> jobs(buckets, named(queues, calendars)::contains))
                .flatMap(density -> withBookings(density, calendarIds));
    }

    private Mono<Density> jobs(Buckets buckets, Predicate<String> queues) {
        return visible.rights()
                .flatMap(rights -> rights.all()
                        ? cache.everything()
                                .publishOn(Schedulers.parallel())
                                .map(shelf -> quarters.counted(buckets, shelf, queues)
                                        .orElseGet(() -> counted(buckets, shelf.rules(), queues)))
                        : cache.seenBy(rights)
                                .publishOn(Schedulers.parallel())
                                .map(rules -> counted(buckets, rules, queues)));
    }

    private static Set<String> named(Set<String> queues, List<CalendarView> calendars) {
        Stream<String> ofCalendars = calendars.stream()
                .filter(calendar -> calendar.profile().calendarType() == CalendarType.QUEUE)
                .flatMap(calendar -> Stream.of(calendar.id(), calendar.profile().name()));
        return Stream.concat(queues.stream(), ofCalendars).collect(Collectors.toSet());
    }

    private static Density counted(Buckets buckets, Collection<CachedRule> rules, Predicate<String> queues) {
        Density density = new Density(buckets);
        rules.stream()
                .filter(rule -> queues.test(rule.view().profile().queue()))
                .map(Load::of)
                .forEach(density::add);
        return density;
    }

    private Mono<Answer<Density>> withBookings(Density density, List<String> calendarIds) {
        if (calendarIds.isEmpty()) {
            return Mono.just(new Answer<>(density, OF_RULES));
        }
        TimeSlot window = density.buckets().window();
        List<String> lanes = calendarIds.stream().map(Lanes::ofCalendar).toList();
        return EntryReads.of(visible.active())
                .starting(lanes, window, Slots.EVENTS_MAX + 1)
                .collectList()
                .map(entries ->
                        new Answer<>(withBookings(density, bounded(entries), calendarIds), tags(lanes, entries)));
    }

    private static Set<String> tags(List<String> lanes, List<EntryView> entries) {
        return Stream.of(
                        OF_RULES.stream(),
                        lanes.stream(),
                        entries.stream().map(EntryView::scheduleId).map(Tags::ofSeries))
                .flatMap(tags -> tags)
                .collect(Collectors.toSet());
    }

    private static List<EntryView> bounded(List<EntryView> entries) {
        if (entries.size() > Slots.EVENTS_MAX) {
            throw Rejections.tooManyEvents(Slots.EVENTS_MAX);
        }
        return entries;
    }

    private static Density withBookings(Density density, List<EntryView> entries, List<String> calendarIds) {
        entries.stream()
                .filter(entry -> calendarIds.contains(entry.calendarId()))
                .forEach(entry -> density.add(new Work(entry.calendarId(), BOOKING), entry.slot()));
        return density;
    }
}
