package dev.almanac.query.calendars;

import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.id;

import dev.almanac.events.calendar.CalendarChange.CalendarShared;
import dev.almanac.events.calendar.ShareLevel;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may use a calendar, and what each of them is shown of it. */
@OnRealParts
class CalendarsIT {
    private final String calendar = "cal-" + id();

    @Autowired
    private Feeder feeder;

    @Autowired
    private Api api;

    @BeforeEach
    void open() {
        feeder.store(calendar(calendar, "Hall " + calendar));
    }

    @Test
    void who_may_use_a_calendar_is_told_and_older_spellings_are_understood() {
        feeder.store(calendar(calendar, "Hall " + calendar));
        long position = feeder.store(new CalendarShared(calendar, "zoe", ShareLevel.EDIT));
        api.get("/calendars/" + calendar + "/shares", position)
                .jsonPath("$.items[0].subject")
                .isEqualTo("zoe")
                .jsonPath("$.items[0].level")
                .isEqualTo("EDIT");
        String weekly = "/calendars/" + calendar + "/weekly?date=2026-03-04&";
        api.get(weekly + "timeZone=America/New_York").jsonPath("$.timeZone").isEqualTo("America/New_York");
        api.get(weekly + "timezone=America/New_York").jsonPath("$.timeZone").isEqualTo("America/New_York");
        api.get(weekly.replace("/weekly?", "/view?viewType=weekly&") + "timeZone=UTC")
                .jsonPath("$.viewType")
                .isEqualTo("WEEKLY");
    }
}
