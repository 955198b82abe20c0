package dev.almanac.query.calendars.availability;

import static dev.almanac.query.support.RealParts.ISSUER;
import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.event;
import static dev.almanac.testing.Examples.id;

import dev.almanac.events.calendar.BookingRules;
import dev.almanac.events.calendar.CalendarChange.CalendarCreated;
import dev.almanac.events.calendar.CalendarChange.CalendarDeactivated;
import dev.almanac.events.calendar.CalendarProfile;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** When a calendar is busy, for those who see nothing else of it. */
@OnRealParts
class CalendarAvailabilityIT {
    @Autowired
    private Feeder feeder;

    @Autowired
    private Api api;

    @Test
    void a_customer_sees_when_a_bookable_calendar_is_busy_and_what_is_their_own() {
        String court = "court-" + UUID.randomUUID();
        CalendarProfile before = calendar(court, "Court " + court).profile();
        feeder.store(new CalendarCreated(
                court,
                new CalendarProfile(
                        before.name(),
                        null,
                        before.calendarType(),
                        "somebody",
                        before.ownerType(),
                        before.timeZone(),
                        1,
                        false,
                        new BookingRules(60, 30, 3))));
        long position = feeder.store(event(id(), court, "Secret", "03T09:00", "03T10:00"));
        Api zoe = api.as(ISSUER.token("zoe", "customer"));
        zoe.get("/calendars/" + court, position)
                .jsonPath("$.bookable.noticeMinutes")
                .isEqualTo(60);
        zoe.get("/calendars/" + court + "/availability?from=2026-03-03T08:00:00Z&till=2026-03-03T12:00:00Z", position)
                .jsonPath("$.busy[*].startDateTime")
                .isEqualTo("2026-03-03T09:00:00Z")
                .jsonPath("$.free[*].startDateTime")
                .isEqualTo(List.of("2026-03-03T08:00:00Z", "2026-03-03T10:00:00Z"))
                .jsonPath("$.bookable.perUserMax")
                .isEqualTo(3);
        for (String hidden : List.of("/weekly?date=2026-03-03", "/history", "/view?date=2026-03-03&viewType=DAILY")) {
            zoe.http()
                    .get()
                    .uri("/calendars/" + court + hidden)
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
        // Others would see it in their lists, as it is bookable for all.
        feeder.store(new CalendarDeactivated(court, null));
    }
}
