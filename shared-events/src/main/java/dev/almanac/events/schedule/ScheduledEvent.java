package dev.almanac.events.schedule;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.almanac.events.schedule.ScheduleChange.ChangeUndone;
import dev.almanac.events.schedule.ScheduleChange.EventRemovedFromCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventRescheduled;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventUpdated;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceCancelled;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceConfirmed;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceRescheduled;
import dev.almanac.events.schedule.ScheduleChange.ScheduleConfirmed;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A scheduled event, folded from its changes: not there yet, booked, off its calendar for now, or removed. What a change means for
 * an event stands here; readers that keep events derive from it.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
public sealed interface ScheduledEvent {

    record Absent() implements ScheduledEvent {}

    /** Off its calendar for now: a move brings it back. */
    record Unscheduled(Booked was) implements ScheduledEvent {}

    /** Off its calendar for good. */
    record Removed(Booked was) implements ScheduledEvent {}

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
            implements ScheduledEvent {

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

    /** What is said of an event that is not booked, which readers hear where changes are missing, is kept for when it comes back. */
    static ScheduledEvent evolve(ScheduledEvent event, ScheduleChange change) {
        return switch (change) {
            case EventScheduledOnCalendar c ->
                new Booked(c.scheduleId(), c.booking(), c.details(), c.status(), c.scheduledBy(), Map.of(), Set.of());
            case EventRemovedFromCalendar gone -> event.without(gone.unscheduled());
            case EventUpdated c -> event.with(booked -> booked.with(c.booking(), c.details()));
            case EventRescheduled c ->
                event.with(booked -> booked.with(booked.booking().after(c), booked.details()));
            case ScheduleConfirmed _ -> event.with(booked -> booked.with(ScheduleStatus.CONFIRMED));
            case OccurrenceConfirmed c -> event.with(booked -> booked.withConfirmed(c.occurrenceId()));
            case OccurrenceRescheduled c -> event.with(booked -> booked.with(c.occurrenceId(), c.asException()));
            case OccurrenceCancelled c ->
                event.with(booked -> booked.with(c.occurrenceId(), new OccurrenceException.Cancelled()));
            case ChangeUndone _ -> event;
        };
    }

    static ScheduledEvent evolve(ScheduledEvent event, List<ScheduleChange> changes) {
        ScheduledEvent next = event;
        for (ScheduleChange change : changes) {
            next = evolve(next, change);
        }
        return next;
    }

    private ScheduledEvent with(UnaryOperator<Booked> step) {
        return switch (this) {
            case Absent absent -> absent;
            case Booked booked -> step.apply(booked);
            case Unscheduled(var was) -> new Unscheduled(step.apply(was));
            case Removed(var was) -> new Removed(step.apply(was));
        };
    }

    private ScheduledEvent without(boolean forNow) {
        return switch (this) {
            case Absent absent -> absent;
            case Booked booked -> forNow ? new Unscheduled(booked) : new Removed(booked);
            case Unscheduled(var was) -> forNow ? this : new Removed(was);
            case Removed removed -> removed;
        };
    }
}
