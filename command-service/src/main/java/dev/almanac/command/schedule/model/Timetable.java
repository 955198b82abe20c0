package dev.almanac.command.schedule.model;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.occurrence.MaterialisedOccurrence;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.EventSeries;
import dev.almanac.events.schedule.OccurrenceException;
import dev.almanac.events.schedule.OccurrenceException.Cancelled;
import dev.almanac.events.schedule.OccurrenceException.Moved;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceCancelled;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceRescheduled;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.events.schedule.ScheduledEvent;
import dev.almanac.events.schedule.ScheduledEvent.Booked;
import dev.almanac.recurrence.KnownZone;
import dev.almanac.recurrence.Recurrence;
import dev.almanac.recurrence.clock.InvalidRecurrence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A series as the list of its occurrences where its recurrence says them, cancelled and moved ones included: what is cut,
 * moved and carried over, one for one, so that nothing is lost.
 */
public record Timetable(Booked booked, List<MaterialisedOccurrence> planned) {

    public static Timetable of(Booked booked) {
        return new Timetable(booked, plan(booked, booked.booking()));
    }

    public int size() {
        return planned.size();
    }

    /** Its place among all occurrences of the series, also when it was cancelled or moved. */
    public Optional<Integer> indexOf(String occurrenceId) {
        return IntStream.range(0, planned.size())
                .filter(i -> planned.get(i).occurrenceId().equals(occurrenceId))
                .boxed()
                .findFirst();
    }

    /**
     * One occurrence of a series that is on its calendar.
     *
     * @param planned where the recurrence says it is
     * @param slot where it takes place; nowhere when it was cancelled
     * @param ownDetails what it says apart from its series; null for nothing
     * @param localStart its start on the clocks as it is meant; null where nobody said so
     */
    public record Place(
            Booked booked,
            String occurrenceId,
            TimeSlot planned,
            Optional<TimeSlot> slot,
            @Nullable EventDetails ownDetails,
            @Nullable LocalDateTime localStart) {

        /** How a start is meant: as before where it is the same, else as the clocks of the series' zone show it. */
        public @Nullable LocalDateTime meant(Instant start) {
            return slot.filter(taken -> taken.start().equals(start)).isPresent()
                    ? localStart
                    : LocalDateTime.ofInstant(
                            start, KnownZone.orUtc(booked.booking().timeZone()));
        }

        /** What it is about. */
        public EventDetails details() {
            return ownDetails == null ? booked.details() : ownDetails;
        }

        public boolean isConfirmed() {
            return booked.status() == ScheduleStatus.CONFIRMED
                    || booked.confirmed().contains(occurrenceId);
        }
    }

    public static Optional<Place> place(ScheduledEvent state, String occurrenceId) {
        if (!(state instanceof Booked booked && booked.booking().recurs())) {
            return Optional.empty();
        }
        Timetable timetable = of(booked);
        return timetable.indexOf(occurrenceId).map(timetable::place);
    }

    private Place place(int index) {
        MaterialisedOccurrence occurrence = planned.get(index);
        Moved moved = booked.exceptions().get(occurrence.occurrenceId()) instanceof Moved it ? it : null;
        return new Place(
                booked,
                occurrence.occurrenceId(),
                occurrence.slot(),
                slot(index),
                moved == null ? null : moved.details(),
                moved == null ? occurrence.nominal() : moved.localStart());
    }

    /** Where the occurrence takes place; nowhere when it was cancelled. */
    public Optional<TimeSlot> slot(int index) {
        MaterialisedOccurrence occurrence = planned.get(index);
        return switch (booked.exceptions().get(occurrence.occurrenceId())) {
            case Cancelled() -> Optional.empty();
            case Moved(var slot, var _, var _) -> Optional.of(slot);
            case null -> Optional.of(occurrence.slot());
        };
    }

    /** The first occurrences, as they are. */
    public Optional<Booking> head(int count) {
        return retold(0, count, Shift.none(zone()), booked.booking().slot().duration());
    }

    /** The occurrences from there on, moved; nothing when no recurrence can say them. */
    public Optional<Booking> tail(int from, Shift shift, Duration length) {
        return retold(from, planned.size(), shift, length);
    }

    private Optional<Booking> retold(int from, int till, Shift shift, Duration length) {
        List<LocalDateTime> wanted = planned.subList(from, till).stream()
                .map(occurrence -> shift.move(occurrence.nominal()))
                .toList();
        // What stays keeps its instant, also in the second pass of a repeated hour.
        Instant start = shift.isNone()
                ? planned.get(from).startDateTime()
                : wanted.getFirst().atZone(shift.to()).toInstant();
        Instant end = booked.details().allDay() ? shift.move(planned.get(from).endDateTime()) : start.plus(length);
        return RecurrenceRewrites.of(
                        recurrence(), wanted, shift.days(planned.get(from).nominal()))
                .stream()
                .map(told -> new Booking(
                        booked.booking().calendarId(),
                        start,
                        end,
                        shift.to().getId(),
                        told,
                        movedBy(shift),
                        wanted.getFirst(),
                        booked.booking().floating()))
                .filter(booking -> nominal(booking).equals(wanted))
                .findFirst();
    }

    /** Occurrences keep their ids, whose nominal times are those from before. */
    private Duration movedBy(Shift shift) {
        Duration before = booked.booking().movedBy();
        return before == null ? shift.onTheWall() : before.plus(shift.onTheWall());
    }

    private List<LocalDateTime> nominal(Booking booking) {
        try {
            return plan(booked, booking).stream()
                    .map(MaterialisedOccurrence::nominal)
                    .toList();
        } catch (InvalidRecurrence _) {
            return List.of();
        }
    }

    /**
     * What brings the exceptions of the occurrences from there on to those of another series, whose first is the one
     * there.
     *
     * @param stale ids of exceptions that the other series has so far, which mean nothing there any more
     */
    public List<ScheduleChange> carriedTo(
            String seriesId, Booking target, int from, Shift shift, Set<String> stale, String by) {
        List<MaterialisedOccurrence> there =
                new EventSeries(seriesId, target, booked.details().allDay(), Map.of()).occurrences();
        List<ScheduleChange> changes = new ArrayList<>();
        for (int i = 0; i < Math.min(there.size(), planned.size() - from); i++) {
            OccurrenceException exception =
                    booked.exceptions().get(planned.get(from + i).occurrenceId());
            MaterialisedOccurrence occurrence = there.get(i);
            boolean goesOn = exception instanceof Cancelled && stale.contains(occurrence.occurrenceId());
            if (exception != null && !goesOn) {
                changes.add(carried(seriesId, occurrence, exception, shift, by));
            } else if (exception == null && stale.contains(occurrence.occurrenceId())) {
                changes.add(moved(seriesId, occurrence, new Moved(occurrence.slot(), null, occurrence.nominal()), by));
            }
        }
        return changes;
    }

    private static ScheduleChange carried(
            String seriesId, MaterialisedOccurrence to, OccurrenceException exception, Shift shift, String by) {
        return switch (exception) {
            case Cancelled() -> new OccurrenceCancelled(seriesId, to.occurrenceId(), null, by);
            case Moved(var slot, var details, var _) ->
                moved(
                        seriesId,
                        to,
                        Moved.onTheClocks(
                                slot.movedTo(shift.move(slot.start())),
                                details,
                                shift.to().getId()),
                        by);
        };
    }

    private static ScheduleChange moved(String seriesId, MaterialisedOccurrence to, Moved moved, String by) {
        return new OccurrenceRescheduled(
                seriesId,
                to.occurrenceId(),
                moved.slot().start(),
                moved.slot().end(),
                moved.details(),
                null,
                by,
                moved.localStart());
    }

    private static List<MaterialisedOccurrence> plan(Booked booked, Booking booking) {
        return new EventSeries(booked.scheduleId(), booking, booked.details().allDay(), Map.of()).occurrences();
    }

    private Recurrence recurrence() {
        Recurrence recurrence = booked.booking().recurrence();
        if (recurrence == null) {
            throw new IllegalStateException(booked.scheduleId() + " does not recur");
        }
        return recurrence;
    }

    private ZoneId zone() {
        return ZoneId.of(booked.booking().timeZone());
    }
}
