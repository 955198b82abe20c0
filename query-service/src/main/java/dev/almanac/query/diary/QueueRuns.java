package dev.almanac.query.diary;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.calendar.CalendarType;
import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.query.calendars.CalendarView;
import dev.almanac.query.conflicts.OpenConflicts;
import dev.almanac.query.http.Rejections;
import dev.almanac.query.rules.RuleView;
import dev.almanac.query.runs.RuleRun;
import dev.almanac.query.runs.Runs;
import dev.almanac.query.store.Generations;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What runs on a calendar that is a queue: each run of rules that run hourly or less often, and one entry for each day of those
 * that are always running, whose runs are counted and not read.
 */
@Component
public class QueueRuns {
    private final Generations generations;
    private final Runs runs;

    QueueRuns(Generations generations, Runs runs) {
        this.generations = generations;
        this.runs = runs;
    }

    /** Nothing, if the calendar is no queue. */
    public Mono<List<EventItem>> on(CalendarView calendar, TimeSlot window, ZoneId zone) {
        return calendar.profile().calendarType() == CalendarType.QUEUE
                ? runs.of(new Runs.Question(window, zone, rule -> isOn(calendar, rule), null, Slots.EVENTS_MAX + 1))
                        .doOnNext(QueueRuns::bounded)
                        .flatMap(found -> items(found, calendar.id(), zone))
                : Mono.just(List.of());
    }

    private static boolean isOn(CalendarView calendar, RuleView rule) {
        String queue = rule.profile().queue();
        return queue.equals(calendar.id()) || queue.equals(calendar.profile().name());
    }

    private Mono<List<EventItem>> items(List<RuleRun> each, String calendarId, ZoneId zone) {
        List<String> ids = each.stream().map(run -> run.run().occurrenceId()).toList();
        return OpenConflicts.levels(generations.active(), ids)
                .map(levels -> each.stream()
                        .map(run -> RunItems.item(
                                run,
                                calendarId,
                                levels.getOrDefault(run.run().occurrenceId(), ConflictLevel.NONE),
                                zone))
                        .toList());
    }

    private static void bounded(List<?> found) {
        if (found.size() > Slots.EVENTS_MAX) {
            throw Rejections.tooManyEvents(Slots.EVENTS_MAX);
        }
    }
}
