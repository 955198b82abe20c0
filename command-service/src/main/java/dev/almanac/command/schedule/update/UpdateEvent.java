package dev.almanac.command.schedule.update;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.Refusals;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.command.rejection.Rejection.EventWasRemoved;
import dev.almanac.command.rejection.Rejection.SubjectDoesNotExist;
import dev.almanac.command.schedule.model.BookingRules;
import dev.almanac.command.schedule.model.CalendarFacts;
import dev.almanac.command.schedule.model.Ownership;
import dev.almanac.command.schedule.model.ScheduleState;
import dev.almanac.command.schedule.model.ScheduleState.Booked;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.EventSeries;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.EventUpdated;
import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Replaces all that a booking says; exceptions of a series stay as long as their occurrence does. */
public record UpdateEvent(
        @TargetAggregateIdentifier String scheduleId,
        Booking booking,
        EventDetails details,
        @Nullable String overrideReason,
        Request request)
        implements Command {

    public static Outcome<ScheduleChange> decide(UpdateEvent command, ScheduleState state, CalendarFacts facts) {
        return switch (state) {
            case ScheduleState.Absent _ ->
                Outcome.refused(new SubjectDoesNotExist("Scheduled event", command.scheduleId()));
            case ScheduleState.Removed _ -> Outcome.refused(new EventWasRemoved(command.scheduleId()));
            case Booked booked
            when booked.booking().equals(command.booking()) && booked.details().equals(command.details()) ->
                Outcome.unchanged();
            case Booked booked ->
                Refusals.firstOr(
                        () -> Outcome.accepted(
                                new EventUpdated(command.scheduleId(), command.booking(), command.details())),
                        () -> Ownership.of(booked, command.request().caller()),
                        () -> BookingRules.ofLength(command.booking().slot()),
                        () -> ofNewStart(command, booked),
                        () -> BookingRules.ofLateness(booked.booking().startDateTime(), command.request()),
                        facts::refusal,
                        () -> ofSeries(command, booked));
        };
    }

    /** SCH-004 asks of a start that changes; what began already may still get another title. */
    private static Optional<Rejection> ofNewStart(UpdateEvent command, Booked booked) {
        return command.booking().startDateTime().equals(booked.booking().startDateTime())
                ? Optional.empty()
                : BookingRules.ofStart(
                        command.booking().startDateTime(), command.request().at(), "startDateTime");
    }

    private static Optional<Rejection> ofSeries(UpdateEvent command, Booked booked) {
        return command.booking().recurs()
                ? BookingRules.ofSeries(new EventSeries(
                        command.scheduleId(),
                        command.booking(),
                        command.details().allDay(),
                        booked.exceptions()))
                : Optional.empty();
    }
}
