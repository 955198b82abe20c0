package dev.almanac.query.read;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.calendar.CalendarType;
import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.events.recurrence.Occurrences;
import dev.almanac.events.rule.RuleStatus;
import dev.almanac.query.http.Refusal;
import dev.almanac.query.store.Generations;
import dev.almanac.query.view.calendar.CalendarView;
import dev.almanac.query.view.rule.RuleView;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What runs on a calendar that is a queue: each run of rules that run hourly or less often, and one entry for each day of those
 * that are always running, whose runs are counted and not read.
 */
@Component
public class QueueRuns {
    private static final int RULES_MAX = 10_000;
    /** A minute apart at least, on a day of 25 hours. */
    private static final int PER_DAY_MAX = 25 * 60;

    private final Generations generations;
    private final Runs runs;
    private final Clock clock;

    QueueRuns(Generations generations, Runs runs, Clock clock) {
        this.generations = generations;
        this.runs = runs;
        this.clock = clock;
    }

    /** Nothing, if the calendar is no queue. */
    public Mono<List<EventItem>> on(CalendarView calendar, TimeSlot window, ZoneId zone) {
        return calendar.profile().calendarType() == CalendarType.QUEUE
                ? rules(calendar).flatMap(rules -> on(calendar.id(), rules, window, zone))
                : Mono.just(List.of());
    }

    private Mono<List<RuleView>> rules(CalendarView calendar) {
        return generations
                .active()
                .rules()
                .find(
                        in(
                                "view.profile.queue",
                                calendar.id(),
                                calendar.profile().name()),
                        ascending("_id"),
                        RULES_MAX + 1)
                .collectList()
                .doOnNext(found -> bounded(found, RULES_MAX));
    }

    private Mono<List<EventItem>> on(String calendarId, List<RuleView> rules, TimeSlot window, ZoneId zone) {
        Map<Boolean, List<RuleView>> byFrequency = rules.stream()
                .collect(Collectors.partitioningBy(rule -> rule.profile().frequent(since(rule))));
        List<RuleView> frequent = byFrequency.getOrDefault(true, List.of());
        List<String> seldom = byFrequency.getOrDefault(false, List.of()).stream()
                .map(RuleView::id)
                .toList();
        List<EventItem> lanes = lanes(calendarId, frequent, window, zone);
        return runs.in(window, seldom)
                .flatMap(each -> items(each, calendarId, zone))
                .map(items -> Stream.concat(items.stream(), lanes.stream()).toList());
    }

    private Mono<List<EventItem>> items(List<RuleRun> each, String calendarId, ZoneId zone) {
        List<String> ids = each.stream().map(run -> run.run().occurrenceId()).toList();
        return OpenConflicts.levels(generations.active(), ids)
                .map(levels -> each.stream()
                        .map(run -> EventItem.of(
                                run,
                                calendarId,
                                levels.getOrDefault(run.run().occurrenceId(), ConflictLevel.NONE),
                                zone))
                        .toList());
    }

    private List<EventItem> lanes(String calendarId, List<RuleView> rules, TimeSlot window, ZoneId zone) {
        List<EventItem> lanes = rules.stream()
                .filter(rule -> rule.at(clock.instant()) == RuleStatus.ACTIVE)
                .flatMap(rule -> days(window, zone).flatMap(day -> lane(rule, calendarId, day, zone).stream()))
                .limit(Slots.EVENTS_MAX + 1L)
                .toList();
        bounded(lanes, Slots.EVENTS_MAX);
        return lanes;
    }

    private Optional<EventItem> lane(RuleView rule, String calendarId, TimeSlot day, ZoneId zone) {
        Occurrences ofDay = rule.profile().series().between(later(day.start(), since(rule)), day.end(), PER_DAY_MAX);
        List<Instant> instants =
                ofDay.stream().map(occurrence -> occurrence.instant()).toList();
        if (instants.isEmpty()) {
            return Optional.empty();
        }
        RuleItem item = RuleItem.of(rule, Optional.empty(), clock.instant());
        TimeSlot slot = new TimeSlot(
                instants.getFirst(),
                instants.getLast().plusSeconds(item.jobTemplate().timeoutSeconds()));
        String id = rule.id() + "@" + LocalDate.ofInstant(day.start(), zone);
        return Optional.of(EventItem.lane(id, item, calendarId, slot, instants.size(), zone));
    }

    private static Stream<TimeSlot> days(TimeSlot window, ZoneId zone) {
        LocalDate first = LocalDate.ofInstant(window.start(), zone);
        LocalDate last = LocalDate.ofInstant(window.end().minusNanos(1), zone);
        return first.datesUntil(last.plusDays(1))
                .map(day -> new Span(day, day).whole(zone).intersection(window));
    }

    private static Instant since(RuleView rule) {
        return later(rule.createdAt(), rule.profile().startInstant());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static void bounded(List<?> found, int most) {
        if (found.size() > most) {
            throw new Refusal.TooManyEventsInRange(most).asError();
        }
    }
}
