package dev.almanac.query.events.schedules;

import static dev.almanac.testing.Examples.at;
import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.id;
import static dev.almanac.testing.Examples.occurrenceId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.ScheduleChange.EventRemovedFromCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventUpdated;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceCancelled;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.recurrence.Rrule;
import dev.almanac.testing.Api;
import dev.almanac.testing.Examples;
import dev.almanac.testing.Feeder;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An occurrence, where it still is and where it went. */
@OnRealParts
class OccurrencesIT {
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
    void an_occurrence_that_does_not_take_place_is_answered_with_its_status() {
        String daily = id();
        feeder.store(daily(daily, "FREQ=DAILY;COUNT=5", "05T09:00"));
        String second = occurrenceId(daily, "06T10:00");
        long position = feeder.store(new OccurrenceCancelled(daily, second, "rain", "ana"));
        String path = "/schedules/";
        api.get(path + second, position)
                .jsonPath("$.id")
                .isEqualTo(second)
                .jsonPath("$.status")
                .isEqualTo("CANCELLED")
                .jsonPath("$.startDateTime")
                .isEqualTo("2026-03-06T09:00:00Z");
        position = feeder.store(new EventRemovedFromCalendar(daily, calendar, "ana", "for now", true));
        api.get(path + occurrenceId(daily, "07T10:00"), position)
                .jsonPath("$.status")
                .isEqualTo("UNSCHEDULED");
        position = feeder.store(new EventRemovedFromCalendar(daily, calendar, "ana", "for good", false));
        api.get(path + occurrenceId(daily, "07T10:00"), position)
                .jsonPath("$.status")
                .isEqualTo("CANCELLED");
        api.problem(path + occurrenceId(daily, "20T10:00"), 404, "not-found");
    }

    @Test
    void an_occurrence_is_found_in_the_series_that_took_it_over() {
        String first = id();
        String second = id();
        String third = id();
        EventScheduledOnCalendar whole = daily(first, "FREQ=DAILY;COUNT=9", "05T09:00");
        feeder.store(whole);
        feeder.store(cut(whole, "FREQ=DAILY;COUNT=6", third));
        feeder.store(daily(third, "FREQ=DAILY;COUNT=3", "11T09:00"));
        feeder.store(cut(whole, "FREQ=DAILY;COUNT=2", second));
        long position = feeder.store(daily(second, "FREQ=DAILY;COUNT=4", "07T09:00"));
        for (String[] day : new String[][] {{"07", second}, {"10", second}, {"11", third}, {"13", third}}) {
            String nominal = day[0] + "T10:00";
            api.http()
                    .get()
                    .uri("/schedules/" + occurrenceId(first, nominal) + "?timeZone=Asia/Tokyo")
                    .header("After-Position", Long.toString(position))
                    .exchange()
                    .expectStatus()
                    .isEqualTo(301)
                    .expectHeader()
                    .valueEquals(
                            "Location", "/api/v1/schedules/" + occurrenceId(day[1], nominal) + "?timeZone=Asia/Tokyo")
                    .expectHeader()
                    .valueEquals("Cache-Control", "no-cache");
        }
        api.problem("/schedules/" + occurrenceId(first, "14T10:00"), 404, "not-found");

        feeder.store(new EventRemovedFromCalendar(second, calendar, "ana", "undone", false));
        feeder.store(new EventUpdated(first, whole.booking(), whole.details(), "undone", null));
        String again = id();
        feeder.store(cut(whole, "FREQ=DAILY;COUNT=3", again));
        position = feeder.store(daily(again, "FREQ=DAILY;COUNT=3", "08T09:00"));
        api.get("/schedules", position);
        assertThat(api.status("/schedules/" + occurrenceId(first, "08T10:00"))).isEqualTo(301);
        api.http()
                .get()
                .uri("/schedules/" + occurrenceId(first, "08T10:00"))
                .exchange()
                .expectHeader()
                .valueEquals("Location", "/api/v1/schedules/" + occurrenceId(again, "08T10:00"));
    }

    private EventScheduledOnCalendar daily(String id, String rrule, String start) {
        Instant first = at(start);
        Booking booking = new Booking(
                calendar, first, first.plusSeconds(3600), Examples.ZONE, new Rrule(rrule, List.of(), List.of()));
        return new EventScheduledOnCalendar(id, booking, Examples.details("Daily"), ScheduleStatus.SCHEDULED, "ana");
    }

    private EventUpdated cut(EventScheduledOnCalendar whole, String rrule, String into) {
        return new EventUpdated(
                whole.scheduleId(),
                daily(whole.scheduleId(), rrule, "05T09:00").booking(),
                whole.details(),
                "cut",
                into);
    }
}
