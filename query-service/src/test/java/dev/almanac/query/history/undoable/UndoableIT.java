package dev.almanac.query.history.undoable;

import static dev.almanac.query.support.RealParts.ISSUER;
import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.event;
import static dev.almanac.testing.Examples.id;
import static dev.almanac.testing.Examples.moved;

import dev.almanac.events.calendar.CalendarChange.CalendarShared;
import dev.almanac.events.calendar.ShareLevel;
import dev.almanac.events.schedule.ScheduleChange.ChangeUndone;
import dev.almanac.events.schedule.ScheduleChange.EventRemovedFromCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What its author may still take back. */
@OnRealParts
class UndoableIT {
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
    void lists_what_the_caller_could_take_back_now_newest_first() {
        String ivo = "ivo-" + UUID.randomUUID();
        Instant now = Instant.now().minusSeconds(20);
        feeder.store(new CalendarShared(calendar, ivo, ShareLevel.EDIT));
        EventScheduledOnCalendar talk = event(id(), calendar, "Talk", "03T09:00", "03T10:00");
        EventScheduledOnCalendar tea = event(id(), calendar, "Tea", "03T11:00", "03T12:00");
        feeder.storeTogether(ivo, now.minusSeconds(600), event(id(), calendar, "Old", "05T09:00", "05T10:00"));
        feeder.storeTogether(ivo, now, talk);
        feeder.storeTogether(ivo, now.plusSeconds(1), tea, event(id(), calendar, "Cake", "03T11:00", "03T12:00"));
        feeder.storeTogether(ivo, now.plusSeconds(1), event(id(), "not-his", "Elsewhere", "03T11:00", "03T12:00"));
        long position = feeder.storeTogether(
                "somebody", now.plusSeconds(2), event(id(), calendar, "A", "04T09:00", "04T10:00"));
        String undoable = "/changes?undoable=true";
        Api his = api.as(ISSUER.token(ivo, "staff"));
        his.get(undoable, position)
                .jsonPath("$.items[*].subject")
                .isEqualTo(List.of(tea.scheduleId(), talk.scheduleId()))
                .jsonPath("$.items[0].alsoChanged")
                .isEqualTo(1)
                .jsonPath("$.items[1].type")
                .isEqualTo("EventScheduledOnCalendar.v1")
                .jsonPath("$.items[1].actor")
                .isEqualTo(ivo)
                .jsonPath("$.items[1].undoableUntil")
                .isEqualTo(now.truncatedTo(java.time.temporal.ChronoUnit.MILLIS)
                        .plusSeconds(300)
                        .toString())
                .jsonPath("$.items[1].changeId")
                .isEqualTo(talk.scheduleId() + "-0")
                .jsonPath("$.nextCursor")
                .isEmpty();

        feeder.storeTogether("somebody", now.plusSeconds(3), moved(talk, "04T09:00", "04T10:00"));
        position = feeder.storeTogether(ivo, now.plusSeconds(4), new CalendarShared(calendar, "zoe", ShareLevel.VIEW));
        his.get(undoable + "&limit=1", position)
                .jsonPath("$.items[*].type")
                .isEqualTo(List.of("CalendarShared.v1"))
                .jsonPath("$.nextCursor")
                .value(cursor -> his.get(undoable + "&limit=1&cursor=" + cursor)
                        .jsonPath("$.items[*].subject")
                        .isEqualTo(List.of(tea.scheduleId()))
                        .jsonPath("$.nextCursor")
                        .isEmpty());
        position = feeder.storeTogether(
                ivo,
                now.plusSeconds(5),
                new ChangeUndone(tea.scheduleId(), "x", ivo),
                new EventRemovedFromCalendar(tea.scheduleId(), calendar, ivo, "undone", false));
        his.get(undoable, position)
                .jsonPath("$.items[*].type")
                .isEqualTo(List.of("ChangeUndone.v1", "CalendarShared.v1"));
        api.as(ISSUER.token("nobody", "manager"))
                .get(undoable, position)
                .jsonPath("$.items.length()")
                .isEqualTo(0);
        api.invalid("/changes", "undoable");
        api.invalid("/changes?undoable=false", "undoable");
    }
}
