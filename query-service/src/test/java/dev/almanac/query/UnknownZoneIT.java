package dev.almanac.query;

import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.event;
import static dev.almanac.testing.Examples.id;
import static dev.almanac.testing.RuleExamples.created;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.recurrence.Cron;
import dev.almanac.recurrence.Rrule;
import dev.almanac.testing.Api;
import dev.almanac.testing.Examples;
import dev.almanac.testing.Feeder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

/** Zones that only the writer knows. */
@OnRealParts
class UnknownZoneIT {
    @Autowired
    private Feeder feeder;

    @Autowired
    private Api api;

    /** Whoever wrote it went by newer zone data than we do. */
    @Test
    void what_lies_in_a_zone_that_is_not_known_here_is_shown_in_utc_beside_all_else() {
        String own = "cal-" + id();
        feeder.store(calendar(own, "Observatory"));
        Instant nine = Instant.parse("2026-03-02T09:00:00Z");
        Instant ten = Instant.parse("2026-03-02T10:00:00Z");
        String single = id();
        String series = id();
        String rule = "rule-" + id();
        feeder.store(event(id(), own, "Elsewhere", "02T09:00", "02T10:00"));
        feeder.store(new EventScheduledOnCalendar(
                single,
                new Booking(own, nine, ten, "Mars/Olympus", null),
                Examples.details("On Mars"),
                ScheduleStatus.SCHEDULED,
                "ana"));
        feeder.store(new EventScheduledOnCalendar(
                series,
                new Booking(own, nine, ten, "Mars/Olympus", new Rrule("FREQ=DAILY;COUNT=2", List.of(), List.of())),
                Examples.details("Daily on Mars"),
                ScheduleStatus.SCHEDULED,
                "ana"));
        long position = feeder.store(created(rule, new Cron("30 2 * * *"), "Mars/Olympus"));

        api.get("/schedules/" + single, position)
                .jsonPath("$.timeZone")
                .isEqualTo("Mars/Olympus")
                .jsonPath("$.localStart")
                .isEqualTo("2026-03-02T09:00:00Z");
        assertThat(titles(api.map("/schedules?calendarId=" + own, position)))
                .containsExactlyInAnyOrder("Elsewhere", "On Mars", "Daily on Mars");
        api.get("/schedules/" + series, position).jsonPath("$.timeZone").isEqualTo("Mars/Olympus");
        api.get("/schedules?expand=true&from=2026-03-01T00:00:00Z&till=2026-04-01T00:00:00Z&calendarId=" + own, null);
        api.get("/calendars/" + own + "/view?viewType=MONTHLY&date=2026-03-02", null);
        api.get(
                "/calendar/events?start=2026-03-01T00:00:00Z&end=2026-03-31T00:00:00Z&contextType=SITE&contextId="
                        + own,
                null);
        api.get("/schedules/" + series + "/history", null);
        api.get("/schedules/rules/" + rule, position).jsonPath("$.timeZone").isEqualTo("Mars/Olympus");
        api.get("/schedules/rules", null);
        api.get("/schedules/window?from=2026-03-01T00:00:00Z&till=2026-03-08T00:00:00Z", null);
        api.get("/schedules/detailed?date=2026-03-02", null);
        api.get("/ops/calendar/events?start=2026-03-01T00:00:00Z&end=2026-03-08T00:00:00Z", null);
        for (String period : List.of("daily", "weekly", "monthly")) {
            // On the topic of occurrences somebody else tells the days of the series; here only the single event has
            // one.
            assertThat(file("/calendars/" + own + "/export/" + period))
                    .as(period)
                    .contains("SUMMARY:Elsewhere", "SUMMARY:On Mars")
                    .containsIgnoringNewLines("DTSTART:20260302T090000Z");
        }
    }

    private String file(String path) {
        return new String(
                Objects.requireNonNull(api.http()
                        .post()
                        .uri(path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(Map.of("format", "ICS", "date", "2026-03-02"))
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(byte[].class)
                        .returnResult()
                        .getResponseBody()),
                UTF_8);
    }

    private static List<Object> titles(Map<String, Object> page) {
        return ((List<?>) requireNonNull(page.get("items")))
                .stream().<Object>map(item -> ((Map<?, ?>) item).get("title")).toList();
    }
}
