package dev.almanac.query.resources.availability;

import static dev.almanac.query.support.RealParts.PATIENCE;
import static dev.almanac.testing.Api.json;
import static dev.almanac.testing.Examples.at;
import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.event;
import static dev.almanac.testing.Examples.id;
import static dev.almanac.testing.Examples.occurrence;
import static dev.almanac.testing.Examples.occurrenceId;
import static dev.almanac.testing.Examples.resource;
import static dev.almanac.testing.Examples.series;
import static org.awaitility.Awaitility.await;

import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesMaterialised;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.recurrence.Cron;
import dev.almanac.testing.Api;
import dev.almanac.testing.Examples;
import dev.almanac.testing.Feeder;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;

/** A booking that is about to move is not in its own way. */
@OnRealParts
class ExcludedBookingsIT {
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
    void a_move_does_not_collide_with_itself() {
        String talk = id();
        feeder.store(event(talk, calendar, "Talk", "03T09:00", "03T10:00", resource));
        feeder.store(event(id(), calendar, "Tea", "03T11:00", "03T12:00", resource));
        String daily = id();
        feeder.store(series(daily, calendar, "Daily", "05T10:00", "05T11:00"));
        long position = feeder.store(event(id(), "vault", "Secret", "04T09:00", "04T10:00", resource));
        api.get("/calendars", position);
        String later = "{'resourceId':'%s','startDateTime':'2026-03-03T09:30:00Z','endDateTime':'2026-03-03T10:30:00Z'";
        check(later + "}").jsonPath("$.isAvailable").isEqualTo(false);
        check(later + ",'excluding':'" + talk + "'}").jsonPath("$.isAvailable").isEqualTo(true);
        check(later + ",'excluding':['nobody','" + talk + "']}")
                .jsonPath("$.isAvailable")
                .isEqualTo(true);
        asked(
                        "check-multiple",
                        later.formatted(resource)
                                        .replace("'resourceId':'" + resource, "'resourceIds':['" + resource)
                                        .replaceFirst("',", "'],")
                                + ",'excluding':['" + talk + "']}")
                .isOk()
                .expectBody()
                .jsonPath("$.allAvailable")
                .isEqualTo(true);
        asked("check", later.formatted(resource) + ",'excluding':'a b'}")
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.excluding[0]")
                .isNotEmpty();

        String window = "?from=2026-03-03T08:00:00Z&till=2026-03-03T10:30:00Z&excluding=" + talk;
        String availability = "/resources/" + resource + "/availability";
        api.get(availability + window).jsonPath("$.available").isEqualTo(true);
        api.get(availability + "/slots" + window)
                .jsonPath("$.availableSlots.length()")
                .isEqualTo(5);
        api.invalid(availability + "?excluding=%20", "excluding");
    }

    @Test
    void an_occurrence_is_left_out_alone_and_a_series_with_all_that_it_has() {
        String daily = id();
        Booking booking = new Booking(calendar, at("05T09:00"), at("05T10:00"), Examples.ZONE, new Cron("0 10 * * *"));
        feeder.store(new EventScheduledOnCalendar(
                daily, booking, Examples.details("Daily", resource), ScheduleStatus.SCHEDULED, "ana"));
        for (String day : List.of("05", "06")) {
            OccurrencesMaterialised told = occurrence(daily, calendar, day + "T09:00", day + "T10:00");
            feeder.derive(new OccurrencesMaterialised(
                    daily,
                    told.kind(),
                    0,
                    told.day(),
                    calendar,
                    Examples.details("Daily", resource).resources(),
                    told.occurrences()));
        }
        String two = "{'resourceId':'%s','startDateTime':'2026-03-05T09:00:00Z','endDateTime':'2026-03-06T10:00:00Z'";
        await().atMost(PATIENCE)
                .untilAsserted(() -> check(two + ",'excluding':'" + occurrenceId(daily, "05T09:00") + "'}")
                        .jsonPath("$.isAvailable")
                        .isEqualTo(false));
        check(two + ",'excluding':'" + daily + "'}").jsonPath("$.isAvailable").isEqualTo(true);
        check(two + ",'excluding':['" + occurrenceId(daily, "05T09:00") + "','" + occurrenceId(daily, "06T09:00")
                        + "']}")
                .jsonPath("$.isAvailable")
                .isEqualTo(true);
    }

    private BodyContentSpec check(String body) {
        return asked("check", body.formatted(resource)).isOk().expectBody();
    }

    private StatusAssertions asked(String check, String body) {
        return api.post("/resources/availability/" + check, json(body)).expectStatus();
    }
}
