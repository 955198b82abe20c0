package dev.almanac.command.schedule.reschedule;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.ledger.Terms;
import dev.almanac.command.rejection.ActionIsNotAvailable;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.Refusals;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.command.schedule.model.BookingRules;
import dev.almanac.command.schedule.model.EventWasRemoved;
import dev.almanac.command.schedule.model.Shift;
import dev.almanac.command.schedule.model.Timetable;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.EventRescheduled;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventUpdated;
import dev.almanac.events.schedule.ScheduledEvent;
import dev.almanac.events.schedule.ScheduledEvent.Booked;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Moves a booking to another time, or brings it back that was taken off its calendar. A series moves whole, its
 * exceptions with it.
 *
 * @param occurrenceId of a series: the occurrence whose new start is named; null for the first, and for a single event
 * @param newEnd null keeps the duration
 * @param timeZone null keeps the zone
 * @param cascade whether companions of companions follow too, and so on
 */
public record RescheduleEvent(
        String scheduleId,
        @Nullable String occurrenceId,
        Instant newStart,
        @Nullable Instant newEnd,
        @Nullable String timeZone,
        @Nullable String reason,
        boolean notifyParticipants,
        boolean cascade,
        @Nullable String overrideReason,
        Request request)
        implements Command {

    public static Outcome<ScheduleChange> decide(RescheduleEvent command, ScheduledEvent state) {
        return switch (state) {
            case ScheduledEvent.Absent _ ->
                Outcome.refused(new SubjectDoesNotExist("Scheduled event", command.scheduleId()));
            case ScheduledEvent.Removed _ -> Outcome.refused(new EventWasRemoved(command.scheduleId()));
            case ScheduledEvent.Unscheduled(var was) -> command.decide(was, false);
            case Booked booked -> command.decide(booked, true);
        };
    }

    /** As clocks changed: nobody chose the new start, which may be near or past by now. */
    public static Outcome<ScheduleChange> decideUnasked(RescheduleEvent command, Booked booked) {
        TimeSlot from = booked.booking().slot();
        TimeSlot to = command.to(from);
        return command.isThere(booked, from, to)
                ? Outcome.unchanged()
                : Refusals.firstOr(() -> command.moved(booked, from, to, true), () -> BookingRules.ofLength(to));
    }

    private Outcome<ScheduleChange> decide(Booked booked, boolean onCalendar) {
        Optional<TimeSlot> moving = moving(booked);
        if (moving.isEmpty()) {
            return Outcome.refused(new SubjectDoesNotExist("Occurrence", String.valueOf(occurrenceId)));
        }
        TimeSlot from = moving.get();
        TimeSlot to = to(from);
        if (onCalendar && isThere(booked, from, to)) {
            return Outcome.unchanged();
        }
        return Refusals.firstOr(
                () -> moved(booked, from, to, onCalendar),
                () -> BookingRules.ofLength(to),
                () -> BookingRules.ofStart(to.start(), request.at(), "newStartDateTime"),
                () -> onCalendar ? BookingRules.ofLateness(from.start(), request) : Optional.empty());
    }

    private TimeSlot to(TimeSlot from) {
        return newEnd == null ? from.movedTo(newStart) : new TimeSlot(newStart, newEnd);
    }

    private boolean isThere(Booked booked, TimeSlot from, TimeSlot to) {
        return to.equals(from) && zone(booked).equals(booked.booking().timeZone());
    }

    /** The slot whose new place is named. */
    private Optional<TimeSlot> moving(Booked booked) {
        if (occurrenceId == null || !booked.booking().recurs()) {
            return Optional.of(booked.booking().slot());
        }
        Timetable timetable = Timetable.of(booked);
        return timetable.indexOf(occurrenceId).flatMap(timetable::slot);
    }

    private String zone(Booked booked) {
        return timeZone == null ? booked.booking().timeZone() : timeZone;
    }

    private Outcome<ScheduleChange> moved(Booked booked, TimeSlot from, TimeSlot to, boolean onCalendar) {
        if (!booked.booking().recurs()) {
            LocalDateTime start = LocalDateTime.ofInstant(to.start(), ZoneId.of(zone(booked)));
            return Outcome.accepted(
                    List.of(head(booked, booked.booking().movedTo(to, zone(booked), start), onCalendar)));
        }
        Shift shift = Shift.between(
                wallTime(booked.booking(), from.start()), booked.booking().timeZone(), to.start(), zone(booked));
        Timetable timetable = Timetable.of(booked);
        return timetable
                .tail(0, shift, newEnd == null ? booked.booking().slot().duration() : to.duration())
                .map(booking -> Outcome.accepted(series(timetable, booking, shift, onCalendar)))
                .orElseGet(() -> Outcome.refused(new ActionIsNotAvailable(
                        "This series cannot be moved as a whole: replace its recurrence instead")));
    }

    /** The start of a series may be a time that the clocks skip. */
    private static LocalDateTime wallTime(Booking booking, Instant start) {
        return start.equals(booking.startDateTime())
                ? booking.nominalStart()
                : LocalDateTime.ofInstant(start, ZoneId.of(booking.timeZone()));
    }

    private List<ScheduleChange> series(Timetable timetable, Booking booking, Shift shift, boolean onCalendar) {
        Booked booked = timetable.booked();
        List<ScheduleChange> changes = new ArrayList<>();
        changes.add(head(booked, booking, onCalendar));
        Set<String> stale = onCalendar ? booked.exceptions().keySet() : Set.of();
        changes.addAll(timetable.carriedTo(
                scheduleId, booking, 0, shift, stale, request.caller().subject()));
        return changes;
    }

    private ScheduleChange head(Booked booked, Booking booking, boolean onCalendar) {
        if (!onCalendar) {
            return new EventScheduledOnCalendar(
                    scheduleId, booking, booked.details(), booked.status(), booked.scheduledBy(), why(), null);
        }
        return booked.booking()
                        .shiftedTo(booking.slot(), booking.timeZone(), booking.localStart())
                        .equals(booking)
                ? rescheduled(booked, booking)
                : new EventUpdated(scheduleId, booking, booked.details(), why(), null);
    }

    private @Nullable String why() {
        return Terms.unlessOverridden(overrideReason).because(reason);
    }

    private EventRescheduled rescheduled(Booked booked, Booking booking) {
        return new EventRescheduled(
                scheduleId,
                booked.booking().startDateTime(),
                booked.booking().endDateTime(),
                booking.startDateTime(),
                booking.endDateTime(),
                booking.timeZone(),
                why(),
                notifyParticipants,
                request.caller().subject(),
                booking.recurs() ? true : null,
                booking.localStart());
    }
}
