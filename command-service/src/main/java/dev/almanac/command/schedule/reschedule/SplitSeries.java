package dev.almanac.command.schedule.reschedule;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.ledger.Terms;
import dev.almanac.command.rejection.ActionIsNotAvailable;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.Refusals;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.command.schedule.model.BookingRules;
import dev.almanac.command.schedule.model.Shift;
import dev.almanac.command.schedule.model.Timetable;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventUpdated;
import dev.almanac.events.schedule.ScheduledEvent;
import dev.almanac.events.schedule.ScheduledEvent.Booked;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Moves an occurrence and all that follow it: the series ends before it, and a new series begins with it at its new time.
 * Exceptions go with their occurrences; companions stay with the old series.
 *
 * @param newSeriesId the series that begins
 * @param newEnd null keeps the duration
 * @param timeZone null keeps the zone
 */
public record SplitSeries(
        String scheduleId,
        String occurrenceId,
        String newSeriesId,
        Instant newStart,
        @Nullable Instant newEnd,
        @Nullable String timeZone,
        @Nullable String reason,
        @Nullable String overrideReason,
        Request request)
        implements Command {

    public static Outcome<ScheduleChange> decide(SplitSeries command, ScheduledEvent state) {
        if (!(state instanceof Booked booked && booked.booking().recurs())) {
            return Outcome.refused(new SubjectDoesNotExist("Occurrence", command.occurrenceId()));
        }
        Timetable timetable = Timetable.of(booked);
        Optional<Integer> index = timetable.indexOf(command.occurrenceId());
        Optional<TimeSlot> slot = index.flatMap(timetable::slot);
        if (index.isEmpty() || slot.isEmpty()) {
            return Outcome.refused(new SubjectDoesNotExist("Occurrence", command.occurrenceId()));
        }
        return index.get() == 0
                ? RescheduleEvent.decide(command.ofAll(), state)
                : command.decide(timetable, index.get(), slot.get());
    }

    /** Nothing stays before the first occurrence: the series moves whole, and keeps its id. */
    private RescheduleEvent ofAll() {
        return new RescheduleEvent(
                scheduleId, occurrenceId, newStart, newEnd, timeZone, reason, false, false, overrideReason, request);
    }

    private Outcome<ScheduleChange> decide(Timetable timetable, int index, TimeSlot from) {
        TimeSlot to = newEnd == null ? from.movedTo(newStart) : new TimeSlot(newStart, newEnd);
        return Refusals.firstOr(
                () -> split(timetable, index, from, to),
                () -> BookingRules.ofLength(to),
                () -> BookingRules.ofStart(to.start(), request.at(), "newStartDateTime"),
                () -> BookingRules.ofLateness(from.start(), request));
    }

    private Outcome<ScheduleChange> split(Timetable timetable, int index, TimeSlot from, TimeSlot to) {
        Booking old = timetable.booked().booking();
        String zone = timeZone == null ? old.timeZone() : timeZone;
        Shift shift = Shift.between(from.start(), old.timeZone(), to.start(), zone);
        Duration length = newEnd == null ? old.slot().duration() : to.duration();
        return timetable
                .head(index)
                .flatMap(head -> timetable
                        .tail(index, shift, length)
                        .map(tail -> Outcome.accepted(changes(timetable, index, shift, head, tail))))
                .orElseGet(() -> Outcome.refused(new ActionIsNotAvailable(
                        "This series cannot be split here: cancel occurrences and book others instead")));
    }

    private List<ScheduleChange> changes(Timetable timetable, int index, Shift shift, Booking head, Booking tail) {
        Booked booked = timetable.booked();
        String by = request.caller().subject();
        List<ScheduleChange> changes = new ArrayList<>();
        String why = Terms.unlessOverridden(overrideReason).because(reason);
        changes.add(new EventUpdated(scheduleId, head, booked.details(), why, newSeriesId));
        changes.add(new EventScheduledOnCalendar(
                newSeriesId,
                tail,
                // No other system knows the new series, and one UID names one of them.
                booked.details().with(List.of()).known(null),
                booked.status(),
                booked.scheduledBy(),
                why,
                scheduleId));
        changes.addAll(timetable.carriedTo(newSeriesId, tail, index, shift, Set.of(), by));
        return changes;
    }
}
