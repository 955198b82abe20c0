package dev.almanac.query.calendars.view;

import static dev.almanac.query.support.RealParts.PATIENCE;
import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.event;
import static dev.almanac.testing.Examples.id;
import static dev.almanac.testing.Examples.moved;
import static dev.almanac.testing.Examples.occurrence;
import static dev.almanac.testing.Examples.occurrenceId;
import static dev.almanac.testing.Examples.resource;
import static dev.almanac.testing.Examples.series;
import static dev.almanac.testing.Examples.withdrawn;
import static dev.almanac.testing.RuleExamples.NINE;
import static dev.almanac.testing.RuleExamples.day;
import static dev.almanac.testing.RuleExamples.queueCalendar;
import static dev.almanac.testing.RuleExamples.queued;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceCancelled;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a calendar shows of a day, a week and a month. */
@OnRealParts
class CalendarViewIT {
    private final String calendar = "cal-" + id();
    private final String resource = "res-" + id();

    @Autowired
    private Feeder feeder;

    @Autowired
    private Api api;

    @BeforeEach
    void open() {
        feeder.store(calendar(calendar, "Hall " + calendar));
        feeder.store(resource(resource, "Great Hall"));
    }

    @Test
    void shows_an_event_where_it_was_moved_to_as_soon_as_its_position_has_passed() {
        EventScheduledOnCalendar talk = event(id(), calendar, "Talk", "03T09:00", "03T10:00", resource);
        feeder.store(talk);
        long position = feeder.store(moved(talk, "04T09:00", "04T10:00"));

        api.get("/calendars/" + calendar + "/view?viewType=DAILY&date=2026-03-03", position)
                .jsonPath("$.events.length()")
                .isEqualTo(0);
        api.get("/calendars/" + calendar + "/daily?date=2026-03-04&timezone=America/New_York", position)
                .jsonPath("$.viewType")
                .isEqualTo("DAILY")
                .jsonPath("$.events.length()")
                .isEqualTo(0);
        api.get("/calendars/" + calendar + "/weekly?date=2026-03-04", position)
                .jsonPath("$.viewStartDate")
                .isEqualTo("2026-03-02")
                .jsonPath("$.viewEndDate")
                .isEqualTo("2026-03-08")
                .jsonPath("$.events[0].title")
                .isEqualTo("Talk")
                .jsonPath("$.events[0].startDateTime")
                .isEqualTo("2026-03-04T09:00:00Z")
                .jsonPath("$.events[0].localStart")
                .isEqualTo("2026-03-04T10:00:00+01:00")
                .jsonPath("$.eventCounts['2026-03-04']")
                .isEqualTo(1);
        api.get("/resources/" + resource + "/availability?from=2026-03-01T00:00:00Z&till=2026-03-08T00:00:00Z")
                .jsonPath("$.available")
                .isEqualTo(false)
                .jsonPath("$.bookings[0].title")
                .isEqualTo("Talk");
    }

    @Test
    void shows_an_occurrence_that_arrived_before_its_series_once_both_are_there() {
        String series = id();
        feeder.derive(occurrence(series, calendar, "05T09:00", "05T10:00"));
        feeder.derive(occurrence(series, calendar, "06T09:00", "06T10:00"));
        feeder.store(series(series, calendar, "Standup", "05T09:00", "05T10:00"));

        awaitEvents("/calendars/" + calendar + "/monthly?date=2026-03-01", 2);
        api.get("/schedules/" + occurrenceId(series, "05T09:00"))
                .jsonPath("$.scheduleId")
                .isEqualTo(series)
                .jsonPath("$.recurring")
                .isEqualTo(true)
                .jsonPath("$.recurrence.cron")
                .isEqualTo("0 10 * * *");

        long position =
                feeder.store(new OccurrenceCancelled(series, occurrenceId(series, "06T09:00"), "holiday", "ana"));
        api.get("/calendars/" + calendar + "/monthly?date=2026-03-01", position)
                .jsonPath("$.events.length()")
                .isEqualTo(1);
        feeder.derive(withdrawn(series, "05T09:00"));
        awaitEvents("/calendars/" + calendar + "/monthly?date=2026-03-01", 0);
    }

    @Test
    void day_week_and_month_count_the_same_and_the_day_names_what_lies_outside_of_its_hours() {
        feeder.store(event(id(), calendar, "Early", "03T03:00", "03T03:30"));
        long position = feeder.store(event(id(), calendar, "Late", "03T22:00", "03T22:59"));
        String date = "date=2026-03-03";
        api.get("/calendars/" + calendar + "/daily?" + date, position)
                .jsonPath("$.events.length()")
                .isEqualTo(0)
                .jsonPath("$.outside[*].title")
                .value(titles -> assertThat(titles.toString()).contains("Early", "Late"))
                .jsonPath("$.eventCounts['2026-03-03']")
                .isEqualTo(2);
        api.get("/calendars/" + calendar + "/daily?dayEnd=24:00&" + date, position)
                .jsonPath("$.events[0].title")
                .isEqualTo("Late")
                .jsonPath("$.outside[0].title")
                .isEqualTo("Early");
        for (String view : List.of("weekly", "monthly")) {
            api.get("/calendars/" + calendar + "/" + view + "?" + date, position)
                    .jsonPath("$.eventCounts['2026-03-03']")
                    .isEqualTo(2)
                    .jsonPath("$.outside")
                    .doesNotExist();
        }
        api.invalid("/calendars/" + calendar + "/daily?dayEnd=24:01", "dayEnd");
        api.invalid("/calendars/" + calendar + "/daily?dayStart=soon", "dayStart");
    }

    @Test
    void a_calendar_that_is_a_queue_shows_runs_and_one_entry_a_day_for_what_is_always_running() {
        String queue = "queue-" + id();
        feeder.store(queueCalendar(queue));
        String hourly = "rule-" + id();
        feeder.store(queued(hourly, "Queue " + queue, "0 * * * *"));
        feeder.derive(day(hourly, NINE.plus(Duration.ofDays(1))));
        long position = feeder.store(queued("rule-" + id(), queue, "* * * * *"));
        String view = "/calendars/" + queue + "/daily?date=2026-03-03&timezone=UTC&dayStart=00:00";
        await().atMost(PATIENCE)
                .untilAsserted(() -> api.get(view, position)
                        .jsonPath("$.events[?(@.scheduleId=='" + hourly + "')].run.state")
                        .isEqualTo("SCHEDULED")
                        .jsonPath("$.events[0].run.count")
                        .isEqualTo(24 * 60)
                        .jsonPath("$.eventCounts['2026-03-03']")
                        .isEqualTo(24 * 60 + 1));
    }

    private void awaitEvents(String path, int count) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> api.get(path).jsonPath("$.events.length()").isEqualTo(count));
    }
}
