package dev.almanac.command.schedule.reschedule;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.Refusals;
import dev.almanac.command.rejection.Rejection.SubjectDoesNotExist;
import dev.almanac.command.schedule.model.BookingRules;
import dev.almanac.command.schedule.model.Claims;
import dev.almanac.command.schedule.model.Ownership;
import dev.almanac.command.schedule.model.ScheduleState;
import dev.almanac.command.schedule.model.ScheduleState.Booked;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.occurrence.MaterialisedOccurrence;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceRescheduled;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Moves one occurrence of a series; it keeps its id, and the rest of the series stays where it is. */
public record RescheduleOccurrence(
        String scheduleId,
        String occurrenceId,
        Instant newStart,
        @Nullable Instant newEnd,
        @Nullable String reason,
        @Nullable String overrideReason,
        Request request)
        implements Command {

    public static Outcome<ScheduleChange> decide(RescheduleOccurrence command, ScheduleState state) {
        if (!(state instanceof Booked booked && booked.booking().recurs())) {
            return Outcome.refused(new SubjectDoesNotExist("Occurrence", command.occurrenceId()));
        }
        return Claims.series(booked).occurrences().stream()
                .filter(occurrence -> occurrence.occurrenceId().equals(command.occurrenceId()))
                .findFirst()
                .map(occurrence -> decide(command, booked, occurrence))
                .orElseGet(() -> Outcome.refused(new SubjectDoesNotExist("Occurrence", command.occurrenceId())));
    }

    private static Outcome<ScheduleChange> decide(
            RescheduleOccurrence command, Booked booked, MaterialisedOccurrence occurrence) {
        TimeSlot to = command.newEnd() == null
                ? occurrence.slot().movedTo(command.newStart())
                : new TimeSlot(command.newStart(), command.newEnd());
        if (to.equals(occurrence.slot())) {
            return Outcome.unchanged();
        }
        return Refusals.firstOr(
                () -> Outcome.accepted(rescheduled(command, to)),
                () -> Ownership.of(booked, command.request().caller()),
                () -> BookingRules.ofLength(to),
                () -> BookingRules.ofStart(to.start(), command.request().at(), "newStartDateTime"),
                () -> BookingRules.ofLateness(occurrence.startDateTime(), command.request()));
    }

    private static OccurrenceRescheduled rescheduled(RescheduleOccurrence command, TimeSlot to) {
        return new OccurrenceRescheduled(
                command.scheduleId(),
                command.occurrenceId(),
                to.start(),
                to.end(),
                null,
                command.reason(),
                command.request().caller().subject());
    }
}
