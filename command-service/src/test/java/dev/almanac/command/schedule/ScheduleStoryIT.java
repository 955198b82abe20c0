package dev.almanac.command.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.KafkaLog;
import dev.almanac.command.OnRealParts;
import dev.almanac.command.RealParts;
import dev.almanac.events.Change;
import dev.almanac.events.Recorded;
import dev.almanac.events.schedule.ScheduleChange.EventRescheduled;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.wire.PublishedUpTo;
import dev.almanac.events.wire.Topic;
import dev.almanac.testing.Api;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnRealParts
class ScheduleStoryIT {
    private static final Instant MORNING = Instant.parse("2026-03-10T09:00:00Z");

    @LocalServerPort
    private int port;

    private Api api;

    @BeforeEach
    void connect() {
        api = new Api(port, RealParts.token("ana", "manager"));
    }

    @Test
    void a_slot_is_booked_once_and_free_again_when_its_event_moves_away() {
        String calendar = api.created("/calendars", Api.calendar("Hall", 1));
        String first = api.created("/schedules", Api.event(calendar, "Concert", MORNING, 60));

        api.post("/schedules", Api.event(calendar, "Rehearsal", MORNING.plusSeconds(1800), 60))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:scheduling:problem:slot-is-full")
                .jsonPath("$.rule")
                .isEqualTo("SCH-023")
                .jsonPath("$.conflictingEvents[0].scheduleId")
                .isEqualTo(first)
                .jsonPath("$.conflictingEvents[0].conflictType")
                .isEqualTo("TIME_OVERLAP");

        api.post("/schedules/" + first + "/reschedule", Map.of("newStartDateTime", MORNING.plusSeconds(7200)))
                .expectStatus()
                .isOk();
        api.created("/schedules", Api.event(calendar, "Rehearsal", MORNING.plusSeconds(1800), 60));
    }

    @Test
    void a_write_answers_with_version_and_position_and_a_stale_version_is_refused() {
        String calendar = api.created("/calendars", Api.calendar("Room", 1));
        String event = api.created("/schedules", Api.event(calendar, "Talk", MORNING, 30));

        api.post("/schedules/" + event + "/confirm", Map.of(), "\"0\"")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .expectHeader()
                .exists("Change-Position");
        api.post("/schedules/" + event + "/confirm", Map.of(), "\"0-5f1c\"")
                .expectStatus()
                .isEqualTo(412);
    }

    @Test
    void a_series_claims_all_its_occurrences_at_once_or_none() {
        String calendar = api.created("/calendars", Api.calendar("Lab", 1));
        api.created("/schedules", Api.event(calendar, "One-off", MORNING.plus(14, ChronoUnit.DAYS), 60));
        Map<String, Object> weekly = Api.event(calendar, "Weekly", MORNING, 60);
        weekly.put("recurrence", Map.of("pattern", Map.of("type", "WEEKLY", "occurrenceCount", 4)));

        api.post("/schedules", weekly).expectStatus().isEqualTo(409);
        api.created("/schedules", Api.event(calendar, "Free still", MORNING, 60));
    }

    @Test
    void every_change_reaches_its_topic_in_order_with_its_place_in_history() {
        String calendar = api.created("/calendars", Api.calendar("Studio", 1));
        String event = api.created("/schedules", Api.event(calendar, "Take", MORNING, 60));
        api.post("/schedules/" + event + "/reschedule", Map.of("newStartDateTime", MORNING.plusSeconds(3600)))
                .expectStatus()
                .isOk();

        List<Recorded<Change>> changes = KafkaLog.read(Topic.SCHEDULES, event, 2);
        assertThat(changes)
                .extracting(recorded -> recorded.change().getClass())
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(Class.class))
                .containsExactly(EventScheduledOnCalendar.class, EventRescheduled.class);
        assertThat(changes)
                .extracting(recorded -> recorded.metadata().sequence())
                .containsExactly(0L, 1L);
        assertThat(changes).extracting(recorded -> recorded.metadata().actor()).containsOnly("ana");
        assertThat(changes.get(1).metadata().position())
                .isGreaterThan(changes.get(0).metadata().position());
        assertThat(published()).isGreaterThanOrEqualTo(changes.get(1).metadata().position());
    }

    private static long published() {
        return PublishedUpTo.read(KafkaLog.records(Topic.PUBLISHED_V1, PublishedUpTo.KEY, 1)
                        .getLast()
                        .value())
                .position();
    }
}
