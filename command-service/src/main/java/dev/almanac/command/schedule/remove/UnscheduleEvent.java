package dev.almanac.command.schedule.remove;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.Refusals;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.command.schedule.model.BookingRules;
import dev.almanac.command.schedule.model.EventWasRemoved;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.EventRemovedFromCalendar;
import dev.almanac.events.schedule.ScheduledEvent;
import dev.almanac.events.schedule.ScheduledEvent.Booked;
import org.jspecify.annotations.Nullable;

/** Takes a booking, or a whole series, off its calendar for now: a move brings it back. */
public record UnscheduleEvent(String scheduleId, @Nullable String reason, Request request) implements Command {

    public static Outcome<ScheduleChange> decide(UnscheduleEvent command, ScheduledEvent state) {
        return switch (state) {
            case ScheduledEvent.Absent _ ->
                Outcome.refused(new SubjectDoesNotExist("Scheduled event", command.scheduleId()));
            case ScheduledEvent.Removed _ -> Outcome.refused(new EventWasRemoved(command.scheduleId()));
            case ScheduledEvent.Unscheduled _ -> Outcome.unchanged();
            case Booked booked ->
                Refusals.firstOr(
                        () -> Outcome.accepted(unscheduled(command, booked)),
                        () -> BookingRules.ofLateness(booked.booking().startDateTime(), command.request()));
        };
    }

    private static EventRemovedFromCalendar unscheduled(UnscheduleEvent command, Booked booked) {
        return new EventRemovedFromCalendar(
                command.scheduleId(),
                booked.booking().calendarId(),
                command.request().caller().subject(),
                command.reason(),
                true);
    }
}
