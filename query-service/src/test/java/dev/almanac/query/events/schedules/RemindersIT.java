package dev.almanac.query.events.schedules;

import static dev.almanac.query.support.RealParts.PATIENCE;
import static dev.almanac.testing.Examples.at;
import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.id;
import static dev.almanac.testing.Examples.occurrence;
import static dev.almanac.testing.Examples.occurrenceId;
import static dev.almanac.testing.Examples.series;
import static org.awaitility.Awaitility.await;

import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceRescheduled;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How long before an event somebody is reminded: so that a PUT takes back what GET answered. */
@OnRealParts
class RemindersIT {
    private final String calendar = "cal-" + id();

    @Autowired
    private Feeder feeder;

    @Autowired
    private Api api;

    @Test
    void occurrences_have_those_of_their_series_unless_they_have_their_own() {
        EventScheduledOnCalendar weekly = series(id(), calendar, "Standup", "05T09:00", "05T10:00");
        String seriesId = weekly.scheduleId();
        EventDetails details = weekly.details().reminding(List.of(Duration.ofDays(1), Duration.ofMinutes(15)));
        feeder.store(calendar(calendar, "Hall"));
        feeder.store(new EventScheduledOnCalendar(seriesId, weekly.booking(), details, weekly.status(), "ana"));
        long position = feeder.store(new OccurrenceRescheduled(
                seriesId,
                occurrenceId(seriesId, "06T09:00"),
                at("06T11:00"),
                at("06T12:00"),
                details.reminding(List.of()),
                null,
                "ana"));
        feeder.derive(occurrence(seriesId, calendar, "06T09:00", "06T10:00"));
        feeder.derive(occurrence(seriesId, calendar, "07T09:00", "07T10:00"));
        await().atMost(PATIENCE)
                .until(() -> api.status("/schedules/" + occurrenceId(seriesId, "07T09:00")) == 200
                        && api.status("/schedules/" + occurrenceId(seriesId, "06T09:00")) == 200);

        api.get("/schedules/" + seriesId, position).jsonPath("$.reminders").isEqualTo(List.of("PT15M", "PT24H"));
        api.get("/schedules/" + occurrenceId(seriesId, "07T09:00"))
                .jsonPath("$.reminders")
                .isEqualTo(List.of("PT15M", "PT24H"));
        api.get("/schedules/" + occurrenceId(seriesId, "06T09:00"))
                .jsonPath("$.reminders")
                .isEmpty();
        api.get("/schedules/" + seriesId + "/history")
                .jsonPath("$.items[0].after.details.reminders[0]")
                .isEqualTo("PT15M");
    }

    @Test
    void an_event_without_has_none() {
        EventScheduledOnCalendar weekly = series(id(), calendar, "Standup", "05T09:00", "05T10:00");
        feeder.store(calendar(calendar, "Hall"));

        api.get("/schedules/" + weekly.scheduleId(), feeder.store(weekly))
                .jsonPath("$.reminders")
                .isEmpty();
    }
}
