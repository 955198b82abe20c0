package dev.almanac.query.fallback;

import static dev.almanac.query.support.RealParts.ISSUER;
import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.event;
import static dev.almanac.testing.Examples.id;

import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** An installation whose calendar views are switched off. */
@OnRealParts
@TestPropertySource(properties = "almanac.calendar-views.enabled=false")
class SwitchedOffIT {
    private final String hall = "hall-" + id();

    @Autowired
    private Feeder feeder;

    @Autowired
    private Api api;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/calendars/any/view?viewType=WEEKLY&date=2026-03-02",
                "/calendars/any/daily?date=2026-03-02",
                "/calendars/any/weekly?date=2026-03-02",
                "/calendars/any/monthly?date=2026-03-02",
                "/calendar/2026/3",
                "/calendar/day/2026-03-02",
                "/calendar/events?start=2026-03-01T00:00:00Z&end=2026-03-08T00:00:00Z",
                "/schedules/window?from=2026-03-01T00:00:00Z&till=2026-03-08T00:00:00Z"
            })
    void a_view_is_refused_and_says_where_the_list_is(String path) {
        api.problem(path, 503, "calendar-views-switched-off");
        api.request(path, null)
                .expectHeader()
                .valueEquals("Link", "</api/v1/schedules?expand=true>; rel=\"alternate\"");
    }

    @Test
    void lists_searches_and_checks_go_on_and_pages_know_of_it() {
        feeder.store(calendar(hall, "Hall", "ana"));
        long position = feeder.store(event("talk-" + hall, hall, "Talk", "02T10:00", "02T11:00"));

        api.get("/schedules?expand=true&calendarId=" + hall, position)
                .jsonPath("$.items.length()")
                .isEqualTo(1);
        api.get("/calendars/" + hall).jsonPath("$.name").isEqualTo("Hall");
        api.get("/schedules/conflicts?calendarId=" + hall).jsonPath("$.items").isEmpty();
        api.get("/calendar/config").jsonPath("$.calendarViewsEnabled").isEqualTo(false);
    }

    @Test
    void nobody_learns_without_a_token_what_is_switched_off() {
        api.anonymous().problem("/calendar/2026/3", 401, "unauthenticated");
        api.as(ISSUER.token("zoe", "customer")).problem("/calendar/2026/3", 503, "calendar-views-switched-off");
    }
}
