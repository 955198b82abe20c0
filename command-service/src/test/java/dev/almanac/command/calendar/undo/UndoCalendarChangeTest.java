package dev.almanac.command.calendar.undo;

import static dev.almanac.command.Decision.NOW;
import static dev.almanac.command.Decision.by;
import static dev.almanac.command.calendar.Calendars.HALL;
import static dev.almanac.command.calendar.Calendars.hall;
import static dev.almanac.command.calendar.Calendars.named;

import dev.almanac.command.Decision;
import dev.almanac.command.access.Role;
import dev.almanac.command.calendar.model.CalendarState;
import dev.almanac.command.past.Episode;
import dev.almanac.command.rejection.CallerMayNot;
import dev.almanac.command.rejection.ChangeCannotBeUndone;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.events.calendar.CalendarChange;
import dev.almanac.events.calendar.CalendarChange.CalendarCreated;
import dev.almanac.events.calendar.CalendarChange.CalendarDeactivated;
import dev.almanac.events.calendar.CalendarChange.CalendarShared;
import dev.almanac.events.calendar.CalendarChange.CalendarUnshared;
import dev.almanac.events.calendar.CalendarChange.CalendarUpdated;
import dev.almanac.events.calendar.ShareLevel;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class UndoCalendarChangeTest {
    private static final CalendarShared BOB = new CalendarShared("hall", "bob", ShareLevel.EDIT);
    private static final UndoCalendarChange UNDO = new UndoCalendarChange("hall", "change", by("dora", Role.STAFF));

    @Test
    void a_share_goes_back_to_what_it_was() {
        given(hall().state(), BOB).when(this::undone).then(new CalendarUnshared("hall", "bob"));
        given(hall(new CalendarShared("hall", "bob", ShareLevel.VIEW)).state(), BOB)
                .when(this::undone)
                .then(new CalendarShared("hall", "bob", ShareLevel.VIEW));
        given(hall(BOB).state(), new CalendarUnshared("hall", "bob"))
                .when(this::undone)
                .then(BOB);
    }

    @Test
    void a_calendar_says_what_it_said_before_and_opens_again() {
        given(hall().state(), new CalendarUpdated("hall", named("Stage")))
                .when(this::undone)
                .then(new CalendarUpdated("hall", HALL));
        given(hall().state(), new CalendarDeactivated("hall", null))
                .when(this::undone)
                .then(new CalendarUpdated("hall", HALL));
    }

    @Test
    void that_it_was_created_stays() {
        given(new CalendarState.Absent(), new CalendarCreated("hall", HALL))
                .when(this::undone)
                .thenRefused(ChangeCannotBeUndone.class);
    }

    @Test
    void what_came_later_keeps_it_only_where_it_is_about_the_same() {
        given(hall().state(), BOB, new CalendarShared("hall", "bob", ShareLevel.VIEW))
                .when(this::undone)
                .thenRefused(ChangeCannotBeUndone.class);
        given(hall().state(), BOB, new CalendarShared("hall", "eve", ShareLevel.VIEW))
                .when(this::undone)
                .then(new CalendarUnshared("hall", "bob"));
    }

    @Test
    void only_its_author_or_a_manager_and_only_for_five_minutes() {
        Decision.given(episode("mona", Duration.ofMinutes(1), hall().state(), BOB))
                .when(this::undone)
                .thenRefused(CallerMayNot.class);
        Decision.given(episode("dora", Duration.ofMinutes(6), hall().state(), BOB))
                .when(this::undone)
                .thenRefused(ChangeCannotBeUndone.class);
        Decision.given(episode("dora", Duration.ofMinutes(1), hall().state(), BOB))
                .when(episode -> UndoCalendarChange.decide(
                        new UndoCalendarChange("hall", "change", by("mona", Role.MANAGER)), episode))
                .then(new CalendarUnshared("hall", "bob"));
    }

    private Outcome<CalendarChange> undone(Episode<CalendarState, CalendarChange> episode) {
        return UndoCalendarChange.decide(UNDO, episode);
    }

    private static Decision.Given<Episode<CalendarState, CalendarChange>> given(
            CalendarState before, CalendarChange change, CalendarChange... since) {
        return Decision.given(episode("dora", Duration.ofMinutes(1), before, change, since));
    }

    private static Episode<CalendarState, CalendarChange> episode(
            String by, Duration ago, CalendarState before, CalendarChange change, CalendarChange... since) {
        return new Episode<>(by, NOW.minus(ago), before, change, List.of(since));
    }
}
