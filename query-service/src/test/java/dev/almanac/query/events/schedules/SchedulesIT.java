package dev.almanac.query.events.schedules;

import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.event;
import static dev.almanac.testing.Examples.id;
import static dev.almanac.testing.Examples.occurrence;
import static dev.almanac.testing.Examples.series;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.ScheduleChange.EventRemovedFromCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceCancelled;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceRescheduled;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.recurrence.Rrule;
import dev.almanac.testing.Api;
import dev.almanac.testing.Examples;
import dev.almanac.testing.Feeder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists of events, and of their occurrences. */
@OnRealParts
class SchedulesIT {
    private final String calendar = "cal-" + id();

    @Autowired
    private Feeder feeder;

    @Autowired
    private Api api;

    @BeforeEach
    void open() {
        feeder.store(calendar(calendar, "Hall " + calendar));
    }

    @Test
    void lists_events_page_by_page_without_those_that_were_removed() {
        for (int day = 1; day <= 5; day++) {
            feeder.store(event(id(), calendar, "Day " + day, "0" + day + "T09:00", "0" + day + "T10:00"));
        }
        String gone = id();
        feeder.store(event(gone, calendar, "Gone", "03T12:00", "03T13:00"));
        long position = feeder.store(new EventRemovedFromCalendar(gone, calendar, "ana", null));

        String first = "/schedules?calendarId=" + calendar + "&limit=3";
        Map<String, Object> page = api.map(first, position);
        assertThat(titles(page)).containsExactly("Day 1", "Day 2", "Day 3");
        Map<String, Object> rest = api.map(first + "&cursor=" + page.get("nextCursor"), null);
        assertThat(titles(rest)).containsExactly("Day 4", "Day 5");
        assertThat(rest.get("nextCursor")).isNull();
        assertThat(titles(api.map("/schedules?calendarId=" + calendar + "&status=CANCELLED", null)))
                .containsExactly("Gone");
        assertThat(titles(api.map("/schedules?calendarId=" + calendar + "&q=dAy 4", null)))
                .containsExactly("Day 4");
        assertThat(titles(api.map(
                        "/schedules?calendarId=" + calendar + "&from=2026-03-02T09:30:00Z&till=2026-03-03T09:00:00Z",
                        null)))
                .containsExactly("Day 2");
    }

    @Test
    void a_series_is_listed_where_it_takes_place_and_nowhere_else() {
        String series = id();
        String own = "cal-" + id();
        feeder.store(calendar(own, "Seminars"));
        Booking mondays = new Booking(
                own,
                Instant.parse("2026-03-02T09:00:00Z"),
                Instant.parse("2026-03-02T10:00:00Z"),
                "UTC",
                new Rrule("FREQ=WEEKLY;COUNT=3", List.of(), List.of()));
        long position = feeder.store(new EventScheduledOnCalendar(
                series, mondays, Examples.details("Seminar"), ScheduleStatus.SCHEDULED, "ana"));

        assertThat(titles(api.map(within(own, "2026-03-09", "2026-03-10"), position)))
                .containsExactly("Seminar");
        assertThat(titles(api.map(within(own, "2026-03-10", "2026-03-16"), position)))
                .as("between two of its occurrences")
                .isEmpty();
        assertThat(titles(api.map(within(own, "2028-06-05", "2028-06-06"), position)))
                .as("long after its last")
                .isEmpty();
        assertThat(titles(api.map("/schedules?calendarId=" + own + "&from=2026-03-16T10:00:00Z", position)))
                .isEmpty();

        feeder.store(new OccurrenceRescheduled(
                series,
                series + "@20260316T090000",
                Instant.parse("2026-04-01T09:00:00Z"),
                Instant.parse("2026-04-01T10:00:00Z"),
                null,
                null,
                "ana"));
        position = feeder.store(new OccurrenceCancelled(series, series + "@20260309T090000", null, "ana"));
        assertThat(titles(api.map(within(own, "2026-04-01", "2026-04-02"), position)))
                .containsExactly("Seminar");
        assertThat(titles(api.map(within(own, "2026-03-09", "2026-03-17"), position)))
                .isEmpty();
    }

    @Test
    void expanded_a_list_has_each_occurrence_of_all_calendars_by_start_page_by_page() {
        String series = id();
        String other = "cal-" + id();
        String mark = "Mark " + id();
        feeder.store(calendar(other, "Other hall"));
        feeder.store(series(series, calendar, mark, "05T09:00", "05T10:00"));
        feeder.derive(occurrence(series, calendar, "05T09:00", "05T10:00"));
        feeder.derive(occurrence(series, calendar, "06T09:00", "06T10:00"));
        feeder.derive(occurrence(series, calendar, "07T09:00", "07T10:00"));
        long position = feeder.store(event(id(), other, mark, "06T08:00", "06T09:00"));

        String march = "/schedules?expand=true&from=2026-03-01T00:00:00Z&till=2026-04-01T00:00:00Z&limit=3&q=" + mark;
        Map<String, Object> page = api.map(march, position);
        assertThat(starts(page))
                .containsExactly("2026-03-05T09:00:00Z", "2026-03-06T08:00:00Z", "2026-03-06T09:00:00Z");
        Map<String, Object> rest = api.map(march + "&cursor=" + page.get("nextCursor"), null);
        assertThat(starts(rest)).containsExactly("2026-03-07T09:00:00Z");
        assertThat(rest.get("nextCursor")).isNull();
        assertThat(starts(api.map(march + "&calendarId=" + other, null))).containsExactly("2026-03-06T08:00:00Z");
    }

    private static String within(String calendarId, String from, String till) {
        return "/schedules?calendarId=" + calendarId + "&from=" + from + "T00:00:00Z&till=" + till + "T00:00:00Z";
    }

    private static List<Object> starts(Map<String, Object> page) {
        return ((List<?>) requireNonNull(page.get("items")))
                .stream()
                        .<Object>map(item -> ((Map<?, ?>) item).get("startDateTime"))
                        .toList();
    }

    private static List<Object> titles(Map<String, Object> page) {
        return ((List<?>) requireNonNull(page.get("items")))
                .stream().<Object>map(item -> ((Map<?, ?>) item).get("title")).toList();
    }
}
