package dev.almanac.query.calendars;

import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.calendar.CalendarChange.CalendarShared;
import dev.almanac.events.calendar.ShareLevel;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import java.util.List;
import java.util.Map;
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

    @Test
    void calendars_are_found_by_type_owner_and_words_page_by_page() {
        feeder.store(calendar(calendar + "-2", "Small Hall " + calendar, "olga-" + calendar));
        long position = feeder.store(calendar(calendar + "-3", "Small Hall " + calendar + " 3", "olga-" + calendar));
        String path = "/calendars?calendarType=VENUE&active=true&q=small hall " + calendar;
        Map<String, Object> first = api.map(path + "&limit=1", position);
        api.get(path + "&limit=1&cursor=" + first.get("nextCursor"))
                .jsonPath("$.items[*].id")
                .isEqualTo(calendar + "-3")
                .jsonPath("$.nextCursor")
                .isEmpty();
        api.get(path + "&ownerId=olga-" + calendar).jsonPath("$.items.length()").isEqualTo(2);
        api.get(path + "&ownerId=ana").jsonPath("$.items.length()").isEqualTo(0);
        api.invalid("/calendars?q=" + "x".repeat(101), "q");
        api.invalid("/calendars?calendarType=HUT", "calendarType");
        for (String list : List.of("/calendars", "/resources", "/schedules")) {
            assertThat(api.status(list + "?q=a%00b")).as(list).isEqualTo(400);
        }
    }
}
