package dev.almanac.query.events.feed;

import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.event;
import static dev.almanac.testing.Examples.id;
import static dev.almanac.testing.Examples.resource;

import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The feed that FullCalendar reads. */
@OnRealParts
class FeedIT {
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
    void feeds_full_calendar() {
        long position = feeder.store(event(id(), calendar, "Talk", "03T09:00", "03T10:00", resource));

        api.get(
                        "/calendar/events?start=2026-03-01T00:00:00&end=2026-03-31T00:00:00"
                                + "&timeZone=Europe/Berlin&contextType=SITE&contextId=" + calendar,
                        position)
                .jsonPath("$[0].title")
                .isEqualTo("Talk")
                .jsonPath("$[0].start")
                .isEqualTo("2026-03-03T10:00:00+01:00")
                .jsonPath("$[0].end")
                .isEqualTo("2026-03-03T11:00:00+01:00");
        api.problem("/calendar/events?start=2026-03-01&end=2026-05-01", 400, "range-too-wide");
        api.get("/calendar/config").jsonPath("$.viewSettings.weekStart").isEqualTo("monday");
    }
}
