package dev.almanac.command.schedule.remove;

import static dev.almanac.command.schedule.Given.NINE;

import dev.almanac.command.Decision;
import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.command.schedule.Given;
import dev.almanac.command.schedule.model.ChangeComesTooLate;
import dev.almanac.command.schedule.model.EventWasRemoved;
import dev.almanac.events.schedule.ScheduleChange.EventRemovedFromCalendar;
import dev.almanac.events.schedule.ScheduledEvent;
import org.junit.jupiter.api.Test;

class UnscheduleEventTest {
    private static final EventRemovedFromCalendar UNSCHEDULED =
            new EventRemovedFromCalendar("e", "hall", "cleo", "rain", true);

    @Test
    void an_event_leaves_its_calendar_for_now_and_only_once() {
        Decision.given(Given.event())
                .when(event -> UnscheduleEvent.decide(by(Given.CLEO_THE_MANAGER), event))
                .then(UNSCHEDULED);
        Decision.given(Given.state(Given.scheduled(null), UNSCHEDULED))
                .when(off -> UnscheduleEvent.decide(by(Given.CLEO_THE_MANAGER), off))
                .thenNothing();
    }

    @Test
    void what_was_removed_or_never_booked_cannot_leave() {
        Decision.given(Given.state(Given.scheduled(null), new EventRemovedFromCalendar("e", "hall", "cleo", null)))
                .when(gone -> UnscheduleEvent.decide(by(Given.CLEO_THE_MANAGER), gone))
                .thenRefused(new EventWasRemoved("e"));
        Decision.given(new ScheduledEvent.Absent())
                .when(none -> UnscheduleEvent.decide(by(Given.CLEO_THE_MANAGER), none))
                .thenRefused(new SubjectDoesNotExist("Scheduled event", "e"));
    }

    @Test
    void within_two_hours_of_its_start_only_a_manager_takes_it_off() {
        Decision.given(Given.event())
                .when(event -> UnscheduleEvent.decide(by(Given.at(NINE.minusSeconds(3600), "stan", Role.STAFF)), event))
                .thenRefused(new ChangeComesTooLate(NINE));
    }

    private static UnscheduleEvent by(Request request) {
        return new UnscheduleEvent("e", "rain", request);
    }
}
