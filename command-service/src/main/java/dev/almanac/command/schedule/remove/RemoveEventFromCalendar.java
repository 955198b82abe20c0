package dev.almanac.command.schedule.remove;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.Refusals;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.command.schedule.model.BookingRules;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.EventRemovedFromCalendar;
import dev.almanac.events.schedule.ScheduledEvent;
import dev.almanac.events.schedule.ScheduledEvent.Booked;
import org.jspecify.annotations.Nullable;

/** Takes a booking, or a whole series, off its calendar. */
public record RemoveEventFromCalendar(
        String scheduleId, @Nullable String reason, Request request) implements Command {

    public static Outcome<ScheduleChange> decide(RemoveEventFromCalendar command, ScheduledEvent state) {
        return switch (state) {
            case ScheduledEvent.Absent _ ->
                Outcome.refused(new SubjectDoesNotExist("Scheduled event", command.scheduleId()));
            case ScheduledEvent.Removed _ -> Outcome.unchanged();
            case ScheduledEvent.Unscheduled(var was) -> Outcome.accepted(removed(command, was));
            case Booked booked ->
                Refusals.firstOr(
                        () -> Outcome.accepted(removed(command, booked)),
                        () -> BookingRules.ofLateness(booked.booking().startDateTime(), command.request()));
        };
    }

    private static EventRemovedFromCalendar removed(RemoveEventFromCalendar command, Booked booked) {
        return new EventRemovedFromCalendar(
                command.scheduleId(),
                booked.booking().calendarId(),
                command.request().caller().subject(),
                command.reason());
    }
}
