package dev.almanac.command.schedule.remove;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.Refusals;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.command.schedule.model.BookingRules;
import dev.almanac.command.schedule.model.Claims;
import dev.almanac.events.occurrence.MaterialisedOccurrence;
import dev.almanac.events.schedule.OccurrenceException.Cancelled;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceCancelled;
import dev.almanac.events.schedule.ScheduledEvent;
import dev.almanac.events.schedule.ScheduledEvent.Booked;
import org.jspecify.annotations.Nullable;

/** Takes one occurrence out of its series. */
public record CancelOccurrence(
        String scheduleId, String occurrenceId, @Nullable String reason, Request request) implements Command {

    public static Outcome<ScheduleChange> decide(CancelOccurrence command, ScheduledEvent state) {
        if (!(state instanceof Booked booked && booked.booking().recurs())) {
            return Outcome.refused(new SubjectDoesNotExist("Occurrence", command.occurrenceId()));
        }
        if (booked.exceptions().get(command.occurrenceId()) instanceof Cancelled) {
            return Outcome.unchanged();
        }
        return Claims.series(booked).occurrences().stream()
                .filter(occurrence -> occurrence.occurrenceId().equals(command.occurrenceId()))
                .findFirst()
                .map(occurrence -> decide(command, occurrence))
                .orElseGet(() -> Outcome.refused(new SubjectDoesNotExist("Occurrence", command.occurrenceId())));
    }

    private static Outcome<ScheduleChange> decide(CancelOccurrence command, MaterialisedOccurrence occurrence) {
        return Refusals.firstOr(
                () -> Outcome.accepted(new OccurrenceCancelled(
                        command.scheduleId(),
                        command.occurrenceId(),
                        command.reason(),
                        command.request().caller().subject())),
                () -> BookingRules.ofLateness(occurrence.startDateTime(), command.request()));
    }
}
