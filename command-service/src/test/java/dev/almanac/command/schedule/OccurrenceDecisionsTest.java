package dev.almanac.command.schedule;

import static dev.almanac.command.schedule.Given.CLEO_THE_MANAGER;
import static dev.almanac.command.schedule.Given.DETAILS;
import static dev.almanac.command.schedule.Given.FOUR_DAYS;
import static dev.almanac.command.schedule.Given.NINE;
import static dev.almanac.command.schedule.Given.NOW;
import static dev.almanac.command.schedule.Given.OPEN_CALENDAR;
import static dev.almanac.command.schedule.Given.TEN;
import static dev.almanac.command.schedule.Given.booking;
import static dev.almanac.command.schedule.Given.changes;
import static dev.almanac.command.schedule.Given.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.ledger.Claim;
import dev.almanac.command.ledger.Terms;
import dev.almanac.command.rejection.ActionIsNotAvailable;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.command.schedule.confirm.ConfirmOccurrence;
import dev.almanac.command.schedule.model.Claims;
import dev.almanac.command.schedule.model.EventIsUnscheduled;
import dev.almanac.command.schedule.remove.CancelOccurrence;
import dev.almanac.command.schedule.remove.RemoveFollowing;
import dev.almanac.command.schedule.reschedule.RescheduleEvent;
import dev.almanac.command.schedule.reschedule.RescheduleOccurrence;
import dev.almanac.command.schedule.reschedule.SplitSeries;
import dev.almanac.command.schedule.update.UpdateEvent;
import dev.almanac.command.schedule.update.UpdateOccurrence;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.ScheduleChange.EventRescheduled;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventUpdated;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceCancelled;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceConfirmed;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceRescheduled;
import dev.almanac.events.schedule.ScheduledEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class OccurrenceDecisionsTest {
    private static final String SECOND = "e@20260311T090000";
    private static final Instant ELEVENTH = Instant.parse("2026-03-11T09:00:00Z");
    private static final EventDetails SPECIAL =
            new EventDetails(null, "Special", null, "Loft", null, 0, List.of(), List.of(), false);

    @Test
    void one_occurrence_gets_its_own_title_place_and_times_and_keeps_its_id() {
        var command = update(booking(ELEVENTH.plusSeconds(1800), ELEVENTH.plusSeconds(5400), null), SPECIAL);
        assertThat(changes(UpdateOccurrence.decide(command, Given.series(), OPEN_CALENDAR)))
                .containsExactly(new OccurrenceRescheduled(
                        "e",
                        SECOND,
                        ELEVENTH.plusSeconds(1800),
                        ELEVENTH.plusSeconds(5400),
                        SPECIAL,
                        "a guest",
                        "cleo",
                        LocalDateTime.parse("2026-03-11T09:30:00")));
    }

    @Test
    void what_an_occurrence_says_already_changes_nothing() {
        var command = update(booking(ELEVENTH, ELEVENTH.plusSeconds(3600), FOUR_DAYS), DETAILS);
        assertThat(changes(UpdateOccurrence.decide(command, Given.series(), OPEN_CALENDAR)))
                .isEmpty();
    }

    @Test
    void an_occurrence_stays_on_the_calendar_of_its_series() {
        var command = update(new Booking("loft", ELEVENTH, ELEVENTH.plusSeconds(3600), "UTC", null), SPECIAL);
        assertThat(refusal(UpdateOccurrence.decide(command, Given.series(), OPEN_CALENDAR)))
                .isInstanceOf(ActionIsNotAvailable.class);
    }

    @Test
    void what_no_series_has_is_not_found() {
        var command = new ConfirmOccurrence("e", "e@20260312T100000", null, CLEO_THE_MANAGER);
        assertThat(refusal(ConfirmOccurrence.decide(command, Given.series()))).isInstanceOf(SubjectDoesNotExist.class);
        assertThat(refusal(ConfirmOccurrence.decide(command, Given.event()))).isInstanceOf(SubjectDoesNotExist.class);
    }

    @Test
    void an_occurrence_is_confirmed_by_itself_and_once() {
        var command = new ConfirmOccurrence("e", SECOND, "agreed", CLEO_THE_MANAGER);
        var confirmed = new OccurrenceConfirmed("e", SECOND, "cleo", "agreed");
        assertThat(changes(ConfirmOccurrence.decide(command, Given.series()))).containsExactly(confirmed);
        assertThat(changes(
                        ConfirmOccurrence.decide(command, ScheduledEvent.evolve(Given.series(), List.of(confirmed)))))
                .isEmpty();
    }

    @Test
    void an_occurrence_that_is_off_its_calendar_comes_back_by_a_move_and_not_otherwise() {
        ScheduledEvent without = ScheduledEvent.evolve(
                Given.series(),
                changes(CancelOccurrence.decide(
                        new CancelOccurrence("e", SECOND, "rain", CLEO_THE_MANAGER), Given.series())));
        assertThat(refusal(
                        ConfirmOccurrence.decide(new ConfirmOccurrence("e", SECOND, null, CLEO_THE_MANAGER), without)))
                .isInstanceOf(EventIsUnscheduled.class);

        var back = new RescheduleOccurrence("e", SECOND, ELEVENTH, null, "sun", null, CLEO_THE_MANAGER);
        ScheduledEvent with = ScheduledEvent.evolve(without, changes(RescheduleOccurrence.decide(back, without)));
        assertThat(Claims.of(with)).isEqualTo(Claims.of(Given.series()));
    }

    @Test
    void a_move_keeps_what_an_occurrence_says_by_itself() {
        ScheduledEvent special = ScheduledEvent.evolve(
                Given.series(),
                changes(UpdateOccurrence.decide(
                        update(booking(ELEVENTH, ELEVENTH.plusSeconds(3600), null), SPECIAL),
                        Given.series(),
                        OPEN_CALENDAR)));
        var move =
                new RescheduleOccurrence("e", SECOND, ELEVENTH.plusSeconds(7200), null, null, null, CLEO_THE_MANAGER);
        assertThat(changes(RescheduleOccurrence.decide(move, special)))
                .first()
                .extracting("details")
                .isEqualTo(SPECIAL);
    }

    @Test
    void a_series_that_moves_whole_keeps_the_ids_of_its_occurrences() {
        ScheduledEvent series = ScheduledEvent.evolve(
                Given.series(), List.of(new OccurrenceCancelled("e", "e@20260312T090000", "rain", "cleo")));
        var move = new RescheduleEvent(
                "e", null, NINE.plus(Duration.ofHours(25)), null, null, "later", false, false, null, CLEO_THE_MANAGER);
        var moved = changes(RescheduleEvent.decide(move, series));

        assertThat(moved).hasExactlyElementsOfTypes(EventRescheduled.class);
        ScheduledEvent after = ScheduledEvent.evolve(series, moved);
        assertThat(Claims.of(after))
                .extracting(Claim::claimId)
                .containsExactly("e@20260310T090000", SECOND, "e@20260313T090000");
        assertThat(Claims.of(after).getFirst().slot().start()).isEqualTo(NINE.plus(Duration.ofHours(25)));

        var back = new RescheduleEvent("e", null, NINE, null, null, null, false, false, null, CLEO_THE_MANAGER);
        assertThat(ScheduledEvent.evolve(after, changes(RescheduleEvent.decide(back, after))))
                .isEqualTo(series);
    }

    @Test
    void a_replacement_that_only_moves_a_series_keeps_the_ids_too() {
        var command = new UpdateEvent(
                "e",
                booking(NINE.plusSeconds(3600), TEN.plusSeconds(3600), FOUR_DAYS),
                DETAILS,
                List.of(),
                Terms.STRICT,
                null,
                CLEO_THE_MANAGER);
        ScheduledEvent after = ScheduledEvent.evolve(
                Given.series(), changes(UpdateEvent.decide(command, Given.series(), OPEN_CALENDAR)));
        assertThat(Claims.of(after))
                .extracting(Claim::claimId)
                .isEqualTo(
                        Claims.of(Given.series()).stream().map(Claim::claimId).toList());
        assertThat(changes(UpdateEvent.decide(command, after, OPEN_CALENDAR))).isEmpty();
    }

    @Test
    void an_earlier_build_gave_moved_series_new_ids_and_those_stay() {
        ScheduledEvent after = ScheduledEvent.evolve(
                Given.series(),
                List.of(new EventRescheduled(
                        "e", NINE, TEN, NINE.plusSeconds(3600), TEN.plusSeconds(3600), "UTC", null, false, "cleo")));
        assertThat(Claims.of(after).getFirst().claimId()).isEqualTo("e@20260310T100000");
    }

    @Test
    void a_split_and_a_cut_say_why_and_the_two_series_name_each_other() {
        var split = new SplitSeries(
                "e", SECOND, "tail", ELEVENTH.plusSeconds(3600), null, null, "room repaired", null, CLEO_THE_MANAGER);
        var changes = changes(SplitSeries.decide(split, Given.series()));
        assertThat(changes.getFirst())
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.type(EventUpdated.class))
                .satisfies(cut -> assertThat(cut.reason()).isEqualTo("room repaired"))
                .satisfies(cut -> assertThat(cut.splitInto()).isEqualTo("tail"));
        assertThat(changes.get(1))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.type(EventScheduledOnCalendar.class))
                .satisfies(tail -> assertThat(tail.reason()).isEqualTo("room repaired"))
                .satisfies(tail -> assertThat(tail.splitFrom()).isEqualTo("e"));

        var cut = new RemoveFollowing("e", SECOND, "cut it", CLEO_THE_MANAGER);
        assertThat(changes(RemoveFollowing.decide(cut, Given.series())))
                .first()
                .extracting("reason")
                .isEqualTo("cut it");
    }

    private static UpdateOccurrence update(Booking booking, EventDetails details) {
        assertThat(booking.startDateTime()).isAfter(NOW);
        return new UpdateOccurrence("e", SECOND, booking, details, Terms.STRICT, "a guest", CLEO_THE_MANAGER);
    }
}
