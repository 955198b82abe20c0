package dev.almanac.command.schedule;

import static dev.almanac.command.schedule.Given.DETAILS;
import static dev.almanac.command.schedule.Given.NINE;
import static dev.almanac.command.schedule.Given.NOW;
import static dev.almanac.command.schedule.Given.OPEN_CALENDAR;
import static dev.almanac.command.schedule.Given.TEN;
import static dev.almanac.command.schedule.Given.at;
import static dev.almanac.command.schedule.Given.booking;
import static dev.almanac.command.schedule.Given.by;
import static dev.almanac.command.schedule.Given.changes;
import static dev.almanac.command.schedule.Given.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.ledger.Terms;
import dev.almanac.command.rejection.CallerMayNot;
import dev.almanac.command.rejection.EventStartsInThePast;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.command.schedule.confirm.ConfirmSchedule;
import dev.almanac.command.schedule.imported.ImportEvent;
import dev.almanac.command.schedule.model.ChangeComesTooLate;
import dev.almanac.command.schedule.model.EventWasRemoved;
import dev.almanac.command.schedule.model.Ownership;
import dev.almanac.command.schedule.model.SeriesHasTooManyOccurrences;
import dev.almanac.command.schedule.remove.CancelOccurrence;
import dev.almanac.command.schedule.remove.RemoveEventFromCalendar;
import dev.almanac.command.schedule.reschedule.RescheduleEvent;
import dev.almanac.command.schedule.reschedule.RescheduleOccurrence;
import dev.almanac.command.schedule.schedule.ScheduleEvent;
import dev.almanac.command.schedule.update.UpdateEvent;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.schedule.OccurrenceException;
import dev.almanac.events.schedule.ScheduleChange.EventRemovedFromCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventRescheduled;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventUpdated;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceCancelled;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceRescheduled;
import dev.almanac.events.schedule.ScheduleChange.ScheduleConfirmed;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.events.schedule.ScheduledEvent;
import dev.almanac.recurrence.Rrule;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecisionsTest {
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

    @Test
    void one_occurrence_moves_under_its_old_id_and_the_series_stays() {
        var command = new RescheduleOccurrence("e", "e@20260311T090000", NOON, null, null, null, CLEO);
        assertThat(changes(RescheduleOccurrence.decide(command, Given.series())).getFirst())
                .isEqualTo(new OccurrenceRescheduled(
                        "e",
                        "e@20260311T090000",
                        NOON,
                        NOON.plusSeconds(3600),
                        null,
                        null,
                        "cleo",
                        LocalDateTime.ofInstant(NOON, ZoneOffset.UTC)));
    }

    @Test
    void an_occurrence_that_the_series_does_not_name_does_not_exist() {
        var command = new RescheduleOccurrence("e", "e@20260401T090000", NOON, null, null, null, CLEO);
        assertThat(refusal(RescheduleOccurrence.decide(command, Given.series())))
                .isInstanceOf(SubjectDoesNotExist.class);
        assertThat(refusal(RescheduleOccurrence.decide(command, Given.event())))
                .isInstanceOf(SubjectDoesNotExist.class);
    }

    @Test
    void an_occurrence_is_cancelled_once() {
        var command = new CancelOccurrence("e", "e@20260311T090000", "rain", CLEO);
        var cancelled = new OccurrenceCancelled("e", "e@20260311T090000", "rain", "cleo");
        assertThat(changes(CancelOccurrence.decide(command, Given.series()))).containsExactly(cancelled);
        assertThat(changes(CancelOccurrence.decide(command, Given.state(Given.scheduled(Given.FOUR_DAYS), cancelled))))
                .isEmpty();
    }

    @Test
    void sch_006_a_series_ends_within_365_occurrences() {
        assertThat(changes(ScheduleEvent.decide(series("FREQ=DAILY;COUNT=365"), OPEN_CALENDAR)))
                .hasSize(1);
        assertThat(refusal(ScheduleEvent.decide(series("FREQ=DAILY;COUNT=366"), OPEN_CALENDAR)))
                .isInstanceOf(SeriesHasTooManyOccurrences.class);
        assertThat(refusal(ScheduleEvent.decide(series("FREQ=DAILY"), OPEN_CALENDAR)))
                .isInstanceOf(SeriesHasTooManyOccurrences.class);
    }

    @Test
    void an_update_that_says_the_same_changes_nothing_and_a_new_title_may_come_after_the_start() {
        var same = new UpdateEvent("e", booking(NINE, TEN, null), DETAILS, List.of(), Terms.STRICT, null, CLEO);
        assertThat(changes(UpdateEvent.decide(same, Given.event(), OPEN_CALENDAR)))
                .isEmpty();
        var retitled = new UpdateEvent(
                "e",
                booking(NINE, TEN, null),
                new dev.almanac.events.schedule.EventDetails(
                        null, "Better", null, null, null, 0, List.of(), List.of(), false),
                List.of(),
                Terms.STRICT,
                null,
                at(NOON, "ana", Role.MANAGER));
        assertThat(changes(UpdateEvent.decide(retitled, Given.event(), OPEN_CALENDAR)))
                .hasOnlyElementsOfType(EventUpdated.class);
    }

    @Test
    void a_confirmation_is_given_once() {
        var command = new ConfirmSchedule("e", null, STAN);
        var confirmed = new ScheduleConfirmed("e", "stan", null);
        assertThat(changes(ConfirmSchedule.decide(command, Given.event()))).containsExactly(confirmed);
        assertThat(changes(ConfirmSchedule.decide(command, Given.state(Given.scheduled(null), confirmed))))
                .isEmpty();
    }

    @Test
    void an_import_keeps_the_past_and_says_nothing_the_second_time() {
        Instant then = Instant.parse("2020-01-01T09:00:00Z");
        var command = new ImportEvent(
                "e",
                booking(then, then.plusSeconds(3600), Given.FOUR_DAYS),
                DETAILS,
                ScheduleStatus.SCHEDULED,
                Map.of(
                        "e@20200102T090000",
                        new OccurrenceException.Moved(new TimeSlot(NINE, TEN), null),
                        "e@20200103T090000",
                        new OccurrenceException.Cancelled()),
                STAN);
        var first = changes(ImportEvent.decide(command, new ScheduledEvent.Absent(), OPEN_CALENDAR));
        assertThat(first)
                .hasExactlyElementsOfTypes(
                        EventScheduledOnCalendar.class, OccurrenceRescheduled.class, OccurrenceCancelled.class);
        ScheduledEvent imported = ScheduledEvent.evolve(new ScheduledEvent.Absent(), first);
        assertThat(changes(ImportEvent.decide(command, imported, OPEN_CALENDAR)))
                .isEmpty();
    }

    private static RescheduleEvent move(Instant to, Request request) {
        return new RescheduleEvent("e", null, to, null, null, null, false, false, null, request);
    }

    private static ScheduleEvent series(String rrule) {
        return new ScheduleEvent(
                "e", booking(NINE, TEN, new Rrule(rrule)), DETAILS, false, List.of(), Terms.STRICT, null, CLEO);
    }
}
