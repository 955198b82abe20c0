package dev.almanac.command.overbooking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.KafkaLog;
import dev.almanac.command.OnRealParts;
import dev.almanac.command.RealParts;
import dev.almanac.events.Change;
import dev.almanac.events.Recorded;
import dev.almanac.events.calendar.CalendarChange.CalendarCreated;
import dev.almanac.events.calendar.CalendarChange.CalendarUpdated;
import dev.almanac.events.calendar.CalendarChange.OverbookingAllowedByOverride;
import dev.almanac.events.calendar.CalendarChange.OverbookingPreventedBySystem;
import dev.almanac.events.calendar.CalendarChange.OverbookingWarningTriggered;
import dev.almanac.events.wire.Topic;
import dev.almanac.testing.Api;
import dev.almanac.testing.FixedClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnRealParts
class OverbookingIT {
    private static final Instant MORNING = Instant.parse("2026-03-10T09:00:00Z");

    @LocalServerPort
    private int port;

    private Api api;

    @BeforeEach
    void connect() {
        api = new Api(port, RealParts.token("ana", "manager"));
    }

    @Test
    void sch_022_the_claim_that_takes_a_calendar_to_four_fifths_is_warned_of() {
        String calendar = api.created("/calendars", Api.calendar("Hall", 5));
        for (int i = 0; i < 3; i++) {
            api.created("/schedules", Api.event(calendar, "Quiet " + i, MORNING, 60));
        }
        String fourth = api.created("/schedules", Api.event(calendar, "Fourth", MORNING, 60));

        assertThat(changes(calendar, 2))
                .containsExactly(new OverbookingWarningTriggered(
                        calendar, fourth, MORNING, MORNING.plusSeconds(3600), 4, 5, 0.8));
    }

    @Test
    void sch_022_the_only_place_of_a_calendar_is_never_nearly_full() {
        String calendar = api.created("/calendars", Api.calendar("Booth", 1));
        api.created("/schedules", Api.event(calendar, "Alone", MORNING, 60));
        api.put("/calendars/" + calendar, Api.calendar("Cabin", 1))
                .expectStatus()
                .isOk();

        assertThat(changes(calendar, 2)).hasOnlyElementsOfType(CalendarUpdated.class);
    }

    @Test
    void sch_023_a_refusal_for_want_of_room_is_on_record() {
        Map<String, Object> cell = Api.calendar("Cell", 1);
        cell.put("ownerId", "stan");
        String calendar = api.created("/calendars", cell);
        api.created("/schedules", Api.event(calendar, "First", MORNING, 60));
        new Api(port, RealParts.token("stan", "staff"))
                .post("/schedules", Api.event(calendar, "Second", MORNING.plusSeconds(1800), 60))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.occurrences[0].verdict")
                .isEqualTo("REFUSED");

        assertThat(changes(calendar, 2))
                .singleElement()
                .isInstanceOfSatisfying(OverbookingPreventedBySystem.class, prevented -> {
                    assertThat(prevented.attemptedBy()).isEqualTo("stan");
                    assertThat(prevented.startDateTime()).isEqualTo(MORNING.plusSeconds(1800));
                    assertThat(prevented.preventedAt()).isEqualTo(FixedClock.NOW);
                });
    }

    @Test
    void sch_024_and_025_an_override_says_who_and_why() {
        String calendar = api.created("/calendars", Api.calendar("Attic", 1));
        api.created("/schedules", Api.event(calendar, "First", MORNING, 60));
        Map<String, Object> second = Api.event(calendar, "Second", MORNING, 60);
        second.put("override", Map.of("reason", "fire drill"));
        String overbooked = api.created("/schedules", second);

        assertThat(changes(calendar, 2))
                .containsExactly(
                        new OverbookingAllowedByOverride(calendar, overbooked, "ana", "fire drill", FixedClock.NOW));
    }

    @Test
    void what_bookings_lead_to_joins_the_calendar_in_one_sequence_and_makes_nobody_stale() {
        String calendar = api.created("/calendars", Api.calendar("Terrace", 2));
        api.created("/schedules", Api.event(calendar, "First", MORNING, 60));
        api.created("/schedules", Api.event(calendar, "Second", MORNING, 60));
        api.post("/schedules", Api.event(calendar, "Third", MORNING, 60))
                .expectStatus()
                .isEqualTo(409);

        api.put("/calendars/" + calendar, Api.calendar("Patio", 3), "\"0\"")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"3\"");
        api.put("/calendars/" + calendar, Api.calendar("Porch", 3), "\"0\"")
                .expectStatus()
                .isEqualTo(412);
        List<Recorded<Change>> recorded = KafkaLog.read(Topic.CALENDARS, calendar, 4);
        assertThat(recorded)
                .extracting(each -> each.metadata().sequence())
                .containsExactlyElementsOf(LongStream.range(0, 4).boxed().toList());
        assertThat(recorded)
                .extracting(Recorded::change)
                .hasExactlyElementsOfTypes(
                        CalendarCreated.class,
                        OverbookingWarningTriggered.class,
                        OverbookingPreventedBySystem.class,
                        CalendarUpdated.class);
    }

    /** What followed the calendar's creation. */
    private static List<Change> changes(String calendar, int count) {
        return KafkaLog.read(Topic.CALENDARS, calendar, count).stream()
                .skip(1)
                .map(Recorded::change)
                .toList();
    }
}
