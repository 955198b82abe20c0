package dev.almanac.query.access;

import static dev.almanac.testing.Examples.event;

import dev.almanac.events.calendar.CalendarChange.CalendarShared;
import dev.almanac.events.calendar.CalendarChange.CalendarUnshared;
import dev.almanac.events.calendar.ShareLevel;
import dev.almanac.query.support.HallAndVault;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** What a share shows and hides. */
@OnRealParts
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharesIT {
    private static final String WINDOW = "?start=2026-03-02T00:00:00Z&end=2026-03-05T00:00:00Z";

    @Autowired
    private Feeder feeder;

    @Autowired
    private Api api;

    private HallAndVault rooms;

    @BeforeAll
    void open() {
        rooms = new HallAndVault(feeder, api);
    }

    @Test
    void lists_and_pages_hold_what_the_caller_may_see_and_nothing_else() {
        rooms.visible("/schedules?limit=2")
                .jsonPath("$.items[*].title")
                .isEqualTo(List.of("Talk", "Tea"))
                .jsonPath("$.nextCursor")
                .isEmpty();
        rooms.visible("/calendars").jsonPath("$.items[*].id").isEqualTo(rooms.hall());
        rooms.visible("/calendar/events" + WINDOW).jsonPath("$.length()").isEqualTo(2);
        rooms.stranger("/schedules").jsonPath("$.items.length()").isEqualTo(0);
        rooms.stranger("/calendars").jsonPath("$.items.length()").isEqualTo(0);
        rooms.stranger("/calendar/events" + WINDOW).jsonPath("$.length()").isEqualTo(0);
    }

    @Test
    void who_booked_an_event_sees_it_also_on_a_calendar_that_is_not_shared() {
        rooms.get("ana", "customer", "/schedules/" + rooms.id("secret"))
                .jsonPath("$.title")
                .isEqualTo("Secret");
        rooms.as("ana", "customer")
                .http()
                .get()
                .uri("/calendars/" + rooms.vault())
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void a_share_that_was_taken_back_hides_the_calendar_at_once() {
        feeder.store(new CalendarShared(rooms.hall(), rooms.id("guest"), ShareLevel.VIEW));
        long shared = feeder.store(event(rooms.id("later"), rooms.hall(), "Later", "20T09:00", "20T10:00"));
        rooms.as(rooms.id("guest"), "customer")
                .get("/calendars/" + rooms.hall(), shared)
                .jsonPath("$.name")
                .isEqualTo(rooms.hallName());

        long unshared = feeder.store(new CalendarUnshared(rooms.hall(), rooms.id("guest")));
        rooms.as(rooms.id("guest"), "customer")
                .http()
                .get()
                .uri("/calendars/" + rooms.hall())
                .header("After-Position", Long.toString(unshared))
                .exchange()
                .expectStatus()
                .isNotFound();
    }
}
