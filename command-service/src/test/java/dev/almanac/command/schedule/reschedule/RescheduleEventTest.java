package dev.almanac.command.schedule.reschedule;

import static dev.almanac.command.schedule.Given.NINE;
import static dev.almanac.command.schedule.Given.NOW;
import static dev.almanac.command.schedule.Given.TEN;
import static dev.almanac.command.schedule.Given.at;
import static dev.almanac.command.schedule.Given.by;
import static dev.almanac.command.schedule.Given.changes;
import static dev.almanac.command.schedule.Given.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.rejection.CallerMayNot;
import dev.almanac.command.rejection.EventStartsInThePast;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.command.schedule.Given;
import dev.almanac.command.schedule.model.ChangeComesTooLate;
import dev.almanac.command.schedule.model.EventWasRemoved;
import dev.almanac.command.schedule.model.Ownership;
import dev.almanac.command.schedule.remove.RemoveEventFromCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventRemovedFromCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventRescheduled;
import dev.almanac.events.schedule.ScheduledEvent;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class RescheduleEventTest {
    private static final Request CLEO = by("cleo", Role.CUSTOMER);
    private static final Request STAN = by("stan", Role.STAFF);
    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    @Test
    void a_move_keeps_the_duration_when_no_end_is_named() {
        var change =
                changes(RescheduleEvent.decide(move(NOON, CLEO), Given.event())).getFirst();
        assertThat(change)
                .isEqualTo(new EventRescheduled(
                        "e",
                        NINE,
                        TEN,
                        NOON,
                        NOON.plusSeconds(3600),
                        "UTC",
                        null,
                        false,
                        "cleo",
                        null,
                        LocalDateTime.parse("2026-03-10T12:00")));
    }

    @Test
    void a_move_to_where_it_is_changes_nothing() {
        assertThat(changes(RescheduleEvent.decide(move(NINE, CLEO), Given.event())))
                .isEmpty();
    }

    @Test
    void sch_004_rejects_a_move_into_the_past() {
        assertThat(refusal(RescheduleEvent.decide(move(NOW.minusSeconds(1), CLEO), Given.event())))
                .isEqualTo(new EventStartsInThePast("newStartDateTime"));
    }

    @Test
    void sch_005_two_hours_before_the_start_only_a_manager_changes_anything() {
        Instant late = NINE.minusSeconds(7199);
        assertThat(refusal(RescheduleEvent.decide(move(NOON, at(late, "cleo", Role.STAFF)), Given.event())))
                .isEqualTo(new ChangeComesTooLate(NINE));
        assertThat(changes(RescheduleEvent.decide(move(NOON, at(late, "ana", Role.MANAGER)), Given.event())))
                .hasSize(1);
        assertThat(changes(RescheduleEvent.decide(
                        move(NOON, at(NINE.minusSeconds(7200), "cleo", Role.STAFF)), Given.event())))
                .hasSize(1);
    }

    @Test
    void a_customer_changes_only_what_they_booked_themselves() {
        assertThat(Ownership.refusal(Given.event(), by("carl", Role.CUSTOMER).caller()))
                .get()
                .isInstanceOf(CallerMayNot.class);
        assertThat(Ownership.refusal(Given.event(), STAN.caller())).isEmpty();
    }

    @Test
    void what_was_never_booked_does_not_exist_and_what_was_removed_says_so() {
        ScheduledEvent removed =
                Given.state(Given.scheduled(null), new EventRemovedFromCalendar("e", "hall", "cleo", null));
        assertThat(refusal(RescheduleEvent.decide(move(NOON, CLEO), new ScheduledEvent.Absent())))
                .isInstanceOf(SubjectDoesNotExist.class);
        assertThat(refusal(RescheduleEvent.decide(move(NOON, CLEO), removed))).isInstanceOf(EventWasRemoved.class);
        assertThat(changes(RemoveEventFromCalendar.decide(new RemoveEventFromCalendar("e", null, CLEO), removed)))
                .isEmpty();
    }

    private static RescheduleEvent move(Instant to, Request request) {
        return new RescheduleEvent("e", null, to, null, null, null, false, false, null, request);
    }
}
