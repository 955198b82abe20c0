package dev.almanac.command.schedule;

import dev.almanac.command.OnRealParts;
import dev.almanac.command.RealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.FixedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Customers who book for themselves, on calendars that are not shared with them. */
@OnRealParts
class BookableIT {
    private static final Instant TOMORROW = FixedClock.NOW.plus(Duration.ofDays(1));

    @LocalServerPort
    private int port;

    private Api manager;
    private Api zoe;
    private Api eve;

    @BeforeEach
    void connect() {
        manager = new Api(port, RealParts.token("max", "manager"));
        zoe = new Api(port, RealParts.token("zoe", "customer"));
        eve = new Api(port, RealParts.token("eve", "customer"));
    }

    @Test
    void a_customer_books_moves_and_cancels_what_is_theirs_and_nothing_else() {
        String court = bookable();
        String booked = zoe.created("/schedules", Api.event(court, "Tennis", TOMORROW, 60));
        eve.post("/schedules", Api.event(court, "Tennis", TOMORROW, 60))
                .expectStatus()
                .isEqualTo(409);
        Map<String, Object> later =
                Map.of("newStartDateTime", TOMORROW.plusSeconds(3600).toString());
        eve.post("/schedules/" + booked + "/reschedule", later).expectStatus().isForbidden();
        zoe.post("/schedules/" + booked + "/reschedule", later).expectStatus().isOk();
        eve.delete("/schedules/" + booked).expectStatus().isForbidden();
        zoe.delete("/schedules/" + booked).expectStatus().isOk();
        String closed = manager.created("/calendars", Api.calendar("Closed", 1));
        zoe.post("/schedules", Api.event(closed, "Tennis", TOMORROW, 60))
                .expectStatus()
                .isForbidden();
    }

    @Test
    void notice_horizon_number_and_series_are_limited_and_the_limit_is_named() {
        String court = bookable();
        refused(zoe, Api.event(court, "Too soon", FixedClock.NOW.plusSeconds(119 * 60), 60), "startDateTime");
        refused(zoe, Api.event(court, "Too far", FixedClock.NOW.plus(Duration.ofDays(31)), 60), "startDateTime");
        Map<String, Object> daily = Api.event(court, "Always", TOMORROW, 60);
        daily.put("recurrence", Map.of("rrule", "FREQ=DAILY;COUNT=3"));
        refused(zoe, daily, "recurrence");
        String first = zoe.created("/schedules", Api.event(court, "One", TOMORROW, 60));
        zoe.created("/schedules", Api.event(court, "Two", TOMORROW.plusSeconds(7200), 60));
        refused(zoe, Api.event(court, "Three", TOMORROW.plusSeconds(14_400), 60), "calendarId");
        eve.created("/schedules", Api.event(court, "Somebody else's", TOMORROW.plusSeconds(14_400), 60));
        zoe.delete("/schedules/" + first).expectStatus().isOk();
        zoe.created("/schedules", Api.event(court, "One again", TOMORROW, 60));
        // Whom the calendar is shared with books there as ever.
        manager.share(court, "zoe", "EDIT");
        zoe.created("/schedules", Api.event(court, "Three", TOMORROW.plusSeconds(21_600), 60));
    }

    private static void refused(Api api, Map<String, Object> body, String field) {
        api.post("/schedules", body)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:scheduling:problem:outside-booking-rules")
                .jsonPath("$.errors." + field)
                .exists();
    }

    private String bookable() {
        Map<String, Object> court = Api.calendar("Court", 1);
        court.put("bookable", Map.of("noticeMinutes", 120, "horizonDays", 30, "perUserMax", 2));
        return manager.created("/calendars", court);
    }
}
