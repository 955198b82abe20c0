package dev.almanac.command.schedule.reschedule;

import static dev.almanac.command.schedule.Given.CLEO_THE_MANAGER;
import static dev.almanac.command.schedule.Given.DETAILS;
import static dev.almanac.command.schedule.Given.changes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.ledger.Claim;
import dev.almanac.command.schedule.Given;
import dev.almanac.command.schedule.model.Claims;
import dev.almanac.command.schedule.remove.RemoveFollowing;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceCancelled;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceRescheduled;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.events.schedule.ScheduledEvent;
import dev.almanac.events.schedule.ScheduledEvent.Booked;
import dev.almanac.recurrence.Pattern;
import dev.almanac.recurrence.Recurrence;
import dev.almanac.recurrence.Rrule;
import dev.almanac.recurrence.clock.Moment;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Splits and moves series of all kinds over the change of the clocks in Berlin at each of their occurrences. */
class SplitSeriesTest {
    private static final String BERLIN = "Europe/Berlin";
    private static final Instant START = Instant.parse("2026-03-16T09:00:00Z");
    private static final int SECOND = 1;
    private static final int FOURTH = 3;

    static Stream<Arguments> cases() {
        return Stream.of(
                        new Pattern(Pattern.Type.DAILY, 2, List.of(), null, null, 14),
                        new Pattern(
                                Pattern.Type.WEEKLY, 1, List.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY), null, null, 9),
                        new Pattern(Pattern.Type.DAILY, 1, List.of(), null, Moment.parse("2026-04-02T10:00:00"), null),
                        new Pattern(Pattern.Type.MONTHLY, 1, List.of(), 16, null, 6),
                        new Rrule("FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=10"),
                        new Rrule("FREQ=MONTHLY;BYDAY=3MO;COUNT=6"),
                        new Rrule("FREQ=DAILY;UNTIL=20260330T235959Z"),
                        new Rrule(
                                "FREQ=WEEKLY;COUNT=5",
                                List.of(Moment.parse("20260318T120000")),
                                List.of(Moment.parse("20260330T100000"))))
                .flatMap(recurrence -> Stream.of("PT0S", "PT1H", "-PT90M", "P1D", "P3DT2H")
                        .map(shift -> Arguments.of(recurrence, Duration.parse(shift))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_split_loses_nothing_whatever_the_recurrence(Recurrence recurrence, Duration shift) {
        Booked series = series(recurrence);
        List<Claim> before = Claims.of(series);
        for (int i = 1; i < before.size(); i++) {
            Claim at = before.get(i);
            var command = new SplitSeries(
                    "e",
                    at.claimId(),
                    "tail",
                    shifted(at.slot(), shift).start(),
                    null,
                    null,
                    null,
                    null,
                    CLEO_THE_MANAGER);
            List<ScheduleChange> changes = changes(SplitSeries.decide(command, series));

            assertThat(slots(after(series, "e", changes), after(new ScheduledEvent.Absent(), "tail", changes)))
                    .containsExactlyInAnyOrderElementsOf(expected(before, at.claimId(), shift));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_series_that_moves_whole_keeps_its_exceptions(Recurrence recurrence, Duration shift) {
        Booked series = series(recurrence);
        var command = new RescheduleEvent(
                "e",
                null,
                shifted(series.booking().slot(), shift).start(),
                null,
                null,
                null,
                false,
                false,
                null,
                CLEO_THE_MANAGER);
        ScheduledEvent moved = ScheduledEvent.evolve(series, changes(RescheduleEvent.decide(command, series)));

        assertThat(slots(moved))
                .containsExactlyInAnyOrderElementsOf(Claims.of(series).stream()
                        .map(claim -> shifted(claim.slot(), shift))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void what_comes_before_the_end_of_a_series_keeps_its_ids(Recurrence recurrence) {
        Booked series = series(recurrence);
        List<Claim> before = Claims.of(series);
        int end = before.size() - 2;
        var command = new RemoveFollowing("e", before.get(end).claimId(), null, CLEO_THE_MANAGER);
        ScheduledEvent ended = ScheduledEvent.evolve(series, changes(RemoveFollowing.decide(command, series)));

        assertThat(Claims.of(ended)).containsExactlyElementsOf(before.subList(0, end));
    }

    /** The second occurrence takes place two hours later than planned, and the fourth does not. */
    private static Booked series(Recurrence recurrence) {
        Booked plain = (Booked) Given.state(new EventScheduledOnCalendar(
                "e",
                new Booking("hall", START, START.plusSeconds(3600), BERLIN, recurrence),
                DETAILS,
                ScheduleStatus.SCHEDULED,
                "cleo"));
        List<Claim> planned = Claims.of(plain);
        Claim second = planned.get(SECOND);
        return (Booked) ScheduledEvent.evolve(
                plain,
                List.of(
                        new OccurrenceRescheduled(
                                "e",
                                second.claimId(),
                                second.slot().start().plusSeconds(7200),
                                second.slot().end().plusSeconds(7200),
                                null,
                                null,
                                "cleo"),
                        new OccurrenceCancelled("e", planned.get(FOURTH).claimId(), null, "cleo")));
    }

    /** What is planned before the occurrence stays, the rest moves on the wall clock. */
    private static List<TimeSlot> expected(List<Claim> before, String splitAt, Duration shift) {
        List<TimeSlot> expected = new ArrayList<>();
        for (Claim claim : before) {
            boolean stays = claim.claimId().compareTo(splitAt) < 0;
            expected.add(stays ? claim.slot() : shifted(claim.slot(), shift));
        }
        return expected;
    }

    private static TimeSlot shifted(TimeSlot slot, Duration shift) {
        ZoneId zone = ZoneId.of(BERLIN);
        return slot.movedTo(LocalDateTime.ofInstant(slot.start(), zone)
                .plus(shift)
                .atZone(zone)
                .toInstant());
    }

    private static ScheduledEvent after(ScheduledEvent state, String id, List<ScheduleChange> changes) {
        return ScheduledEvent.evolve(
                state,
                changes.stream()
                        .filter(change -> change.scheduleId().equals(id))
                        .toList());
    }

    private static List<TimeSlot> slots(ScheduledEvent... states) {
        return Stream.of(states)
                .flatMap(state -> Claims.of(state).stream())
                .map(Claim::slot)
                .toList();
    }
}
