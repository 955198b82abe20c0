package dev.almanac.query.history.events;

import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.event;
import static dev.almanac.testing.Examples.id;
import static dev.almanac.testing.Examples.moved;
import static dev.almanac.testing.Examples.occurrenceId;
import static dev.almanac.testing.Examples.series;

import dev.almanac.events.schedule.ScheduleChange.ChangeUndone;
import dev.almanac.events.schedule.ScheduleChange.EventRemovedFromCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceCancelled;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What became of an event, and of one occurrence. */
@OnRealParts
class EventHistoryIT {
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
    void tells_what_became_of_an_event_change_by_change() {
        EventScheduledOnCalendar talk = event(id(), calendar, "Talk", "03T09:00", "03T10:00");
        feeder.store(talk);
        feeder.store(moved(talk, "04T09:00", "04T10:00"));
        long position = feeder.store(new ChangeUndone(talk.scheduleId(), talk.scheduleId() + "-1", "bob"));

        String path = "/schedules/" + talk.scheduleId() + "/history";
        api.get(path, position)
                .jsonPath("$.items[*].type")
                .isEqualTo(List.of("EventScheduledOnCalendar.v1", "EventRescheduled.v1", "ChangeUndone.v1"))
                .jsonPath("$.items[0].before")
                .doesNotExist()
                .jsonPath("$.items[0].by")
                .isEqualTo("ana")
                .jsonPath("$.items[1].reason")
                .isEqualTo("clash")
                .jsonPath("$.items[1].before.startDateTime")
                .isEqualTo("2026-03-03T09:00:00Z")
                .jsonPath("$.items[1].after.startDateTime")
                .isEqualTo("2026-03-04T09:00:00Z")
                .jsonPath("$.items[1].undoneBy")
                .isEqualTo(talk.scheduleId() + "-2")
                .jsonPath("$.items[2].undoes")
                .isEqualTo(talk.scheduleId() + "-1");
        Map<String, Object> first = api.map(path + "?limit=1", null);
        api.get(path + "?cursor=" + first.get("nextCursor"))
                .jsonPath("$.items[0].version")
                .isEqualTo(1);
    }

    @Test
    void tells_of_an_occurrence_what_touched_it_and_its_series() {
        EventScheduledOnCalendar standup = series(id(), calendar, "Standup", "05T09:00", "05T10:00");
        String first = occurrenceId(standup.scheduleId(), "05T09:00");
        feeder.store(standup);
        feeder.store(new OccurrenceCancelled(
                standup.scheduleId(), occurrenceId(standup.scheduleId(), "06T09:00"), "holiday", "ana"));
        long position = feeder.store(new OccurrenceCancelled(standup.scheduleId(), first, "ill", "ana"));

        api.get("/schedules/" + first + "/history", position)
                .jsonPath("$.items.length()")
                .isEqualTo(2)
                .jsonPath("$.items[1].reason")
                .isEqualTo("ill")
                .jsonPath("$.items[1].before.exception")
                .doesNotExist()
                .jsonPath("$.items[1].after.exception.cancelled")
                .isEqualTo(true);
    }

    @Test
    void a_removal_of_an_earlier_revision_is_shown_and_explained_like_any_other() {
        String gone = id();
        feeder.store(event(gone, calendar, "Gone", "03T12:00", "03T13:00"));
        long position = feeder.storeAsFirstRevision(
                new EventRemovedFromCalendar(gone, calendar, "ana", "rain"),
                "{\"scheduleId\":\"%s\",\"calendarId\":\"%s\",\"removedBy\":\"ana\",\"reason\":\"rain\"}"
                        .formatted(gone, calendar));

        api.get("/schedules/" + gone, position).jsonPath("$.status").isEqualTo("CANCELLED");
        api.get("/schedules/" + gone + "/history", position)
                .jsonPath("$.items[1].type")
                .isEqualTo("EventRemovedFromCalendar.v1")
                .jsonPath("$.items[1].reason")
                .isEqualTo("rain")
                .jsonPath("$.items[1].after.status")
                .isEqualTo("CANCELLED");
    }
}
