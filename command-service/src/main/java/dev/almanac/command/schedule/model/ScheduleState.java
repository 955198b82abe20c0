package dev.almanac.command.schedule.model;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.Companion;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.OccurrenceException;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.ChangeUndone;
import dev.almanac.events.schedule.ScheduleChange.EventRemovedFromCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventRescheduled;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventUpdated;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceCancelled;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceConfirmed;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceRescheduled;
import dev.almanac.events.schedule.ScheduleChange.ScheduleConfirmed;
import dev.almanac.events.schedule.ScheduleStatus;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A scheduled event: not there yet, booked, off its calendar for now, or removed. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
public sealed interface ScheduleState {

    record Absent() implements ScheduleState {}

    /** Off its calendar for now: a move brings it back. */
    record Unscheduled(Booked was) implements ScheduleState {}

    /** Off its calendar for good. */
    record Removed(Booked was) implements ScheduleState {}

    /**
     * On its calendar.
     *
     * @param confirmed occurrences that were confirmed by themselves
     */
    record Booked(
            String scheduleId,
            Booking booking,
            EventDetails details,
            ScheduleStatus status,
            String scheduledBy,
            Map<String, OccurrenceException> exceptions,
            Set<String> confirmed)
            implements ScheduleState {

        public Booked {
            exceptions = Map.copyOf(exceptions);
            confirmed = Set.copyOf(confirmed);
        }

        Booked with(Booking newBooking, EventDetails newDetails) {
            return new Booked(
                    scheduleId,
                    newBooking,
                    newDetails,
                    status,
                    scheduledBy,
                    newBooking.timeZone().equals(booking.timeZone()) ? exceptions : onOtherClocks(),
                    confirmed);
        }

        /** Local times of another zone mean nothing any more: what was moved stays at its instants. */
        private Map<String, OccurrenceException> onOtherClocks() {
            Map<String, OccurrenceException> all = new HashMap<>(exceptions);
            all.replaceAll((_, exception) -> exception instanceof OccurrenceException.Moved(var slot, var own, var _)
                    ? new OccurrenceException.Moved(slot, own)
                    : exception);
            return all;
        }

        Booked with(ScheduleStatus newStatus) {
            return new Booked(scheduleId, booking, details, newStatus, scheduledBy, exceptions, confirmed);
        }

        Booked withConfirmed(String occurrenceId) {
            Set<String> all = new HashSet<>(confirmed);
            all.add(occurrenceId);
            return new Booked(scheduleId, booking, details, status, scheduledBy, exceptions, all);
        }

        Booked with(String occurrenceId, OccurrenceException exception) {
            Map<String, OccurrenceException> all = new HashMap<>(exceptions);
            all.put(occurrenceId, exception);
            return new Booked(scheduleId, booking, details, status, scheduledBy, all, confirmed);
        }
    }

    /** Who goes where it goes; nobody goes with what was removed. */
    default List<Companion> companions() {
        return switch (this) {
            case Booked booked -> booked.details().companions();
            case Unscheduled(var was) -> was.details().companions();
            case Absent _, Removed _ -> List.of();
        };
    }

    /** Where it is booked, or was. */
    default Optional<String> calendarId() {
        return switch (this) {
            case Booked booked -> Optional.of(booked.booking().calendarId());
            case Unscheduled(var was) -> Optional.of(was.booking().calendarId());
            case Removed(var was) -> Optional.of(was.booking().calendarId());
            case Absent _ -> Optional.empty();
        };
    }

    static ScheduleState evolve(ScheduleState state, ScheduleChange change) {
        return switch (change) {
            case EventScheduledOnCalendar c ->
                new Booked(c.scheduleId(), c.booking(), c.details(), c.status(), c.scheduledBy(), Map.of(), Set.of());
            case EventUpdated c -> booked(state).with(c.booking(), c.details());
            case EventRescheduled moved -> moved(booked(state), moved);
            case ScheduleConfirmed _ -> booked(state).with(ScheduleStatus.CONFIRMED);
            case OccurrenceConfirmed c -> booked(state).withConfirmed(c.occurrenceId());
            case OccurrenceRescheduled moved -> booked(state).with(moved.occurrenceId(), moved.asException());
            case OccurrenceCancelled gone ->
                booked(state).with(gone.occurrenceId(), new OccurrenceException.Cancelled());
            case EventRemovedFromCalendar gone -> gone.unscheduled() ? new Unscheduled(booked(state)) : removed(state);
            case ChangeUndone _ -> state;
        };
    }

    static ScheduleState evolve(ScheduleState state, List<ScheduleChange> changes) {
        ScheduleState next = state;
        for (ScheduleChange change : changes) {
            next = evolve(next, change);
        }
        return next;
    }

    private static Booked moved(Booked booked, EventRescheduled moved) {
        return booked.with(booked.booking().after(moved), booked.details());
    }

    private static Booked booked(ScheduleState state) {
        return switch (state) {
            case Booked booked -> booked;
            case Absent _, Unscheduled _, Removed _ ->
                throw new IllegalStateException("a change of an event that is not booked");
        };
    }

    private static Removed removed(ScheduleState state) {
        return switch (state) {
            case Unscheduled(var was) -> new Removed(was);
            case Booked _, Absent _, Removed _ -> new Removed(booked(state));
        };
    }
}
