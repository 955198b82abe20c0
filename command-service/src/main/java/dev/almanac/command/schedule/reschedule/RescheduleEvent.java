package dev.almanac.command.schedule.reschedule;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.Refusals;
import dev.almanac.command.rejection.Rejection.EventWasRemoved;
import dev.almanac.command.rejection.Rejection.SubjectDoesNotExist;
import dev.almanac.command.schedule.model.BookingRules;
import dev.almanac.command.schedule.model.Ownership;
import dev.almanac.command.schedule.model.ScheduleState;
import dev.almanac.command.schedule.model.ScheduleState.Booked;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.EventRescheduled;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Moves a booking to another time.
 *
 * @param newEnd null keeps the duration
 * @param timeZone null keeps the zone
 */
public record RescheduleEvent(
        @TargetAggregateIdentifier String scheduleId,
        Instant newStart,
        @Nullable Instant newEnd,
        @Nullable String timeZone,
        @Nullable String reason,
        boolean notifyParticipants,
        @Nullable String overrideReason,
        Request request)
        implements Command {

    public static Outcome<ScheduleChange> decide(RescheduleEvent command, ScheduleState state) {
        return switch (state) {
            case ScheduleState.Absent _ ->
                Outcome.refused(new SubjectDoesNotExist("Scheduled event", command.scheduleId()));
            case ScheduleState.Removed _ -> Outcome.refused(new EventWasRemoved(command.scheduleId()));
            case Booked booked -> decide(command, booked);
        };
    }

    private static Outcome<ScheduleChange> decide(RescheduleEvent command, Booked booked) {
        TimeSlot from = booked.booking().slot();
        TimeSlot to = command.newSlot(from);
        if (to.equals(from) && command.zone(booked).equals(booked.booking().timeZone())) {
            return Outcome.unchanged();
        }
        return Refusals.firstOr(
                () -> Outcome.accepted(rescheduled(command, booked, to)),
                () -> Ownership.of(booked, command.request().caller()),
                () -> BookingRules.ofLength(to),
                () -> BookingRules.ofStart(to.start(), command.request().at(), "newStartDateTime"),
                () -> BookingRules.ofLateness(from.start(), command.request()));
    }

    private TimeSlot newSlot(TimeSlot from) {
        return newEnd == null ? from.movedTo(newStart) : new TimeSlot(newStart, newEnd);
    }

    private String zone(Booked booked) {
        return timeZone == null ? booked.booking().timeZone() : timeZone;
    }

    private static EventRescheduled rescheduled(RescheduleEvent command, Booked booked, TimeSlot to) {
        return new EventRescheduled(
                command.scheduleId(),
                booked.booking().startDateTime(),
                booked.booking().endDateTime(),
                to.start(),
                to.end(),
                command.zone(booked),
                command.reason(),
                command.notifyParticipants(),
                command.request().caller().subject());
    }
}
