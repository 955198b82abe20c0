package dev.almanac.expansion.event;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.occurrence.MaterialisedOccurrence;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.EventSeries;
import dev.almanac.events.schedule.OccurrenceException;
import dev.almanac.events.schedule.OccurrenceException.Cancelled;
import dev.almanac.events.schedule.OccurrenceException.Moved;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.events.schedule.ScheduledEvent;
import dev.almanac.events.schedule.ScheduledEvent.Booked;
import dev.almanac.recurrence.KnownZone;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an event says of when it takes place and what it needs, folded from its changes; its texts are of no use here. */
record EventDefinition(String scheduleId, Booking booking, EventDetails details, Map<String, ExceptionRow> exceptions) {

    EventDefinition {
        exceptions = Map.copyOf(exceptions);
    }

    /**
     * An exception as the store keeps it: no slot for a cancelled occurrence.
     *
     * @param details what it says by itself; null where it says what its series does, and in rows of earlier builds
     */
    record ExceptionRow(@Nullable TimeSlot slot, @Nullable EventDetails details) {
        static final ExceptionRow GONE = new ExceptionRow(null, null);

        private static ExceptionRow of(OccurrenceException exception) {
            return switch (exception) {
                case Moved moved -> {
                    EventDetails own = moved.details();
                    yield new ExceptionRow(moved.slot(), own == null ? null : own.bare());
                }
                case Cancelled _ -> GONE;
            };
        }

        private OccurrenceException exception() {
            return slot == null ? new Cancelled() : new Moved(slot, details);
        }
    }

    /** Every slot of a series that takes place; none for a single event, which is no series. */
    List<MaterialisedOccurrence> occurrences() {
        if (!booking.recurs()) {
            return List.of();
        }
        KnownZone.require(booking.timeZone());
        return new EventSeries(scheduleId, booking, details.allDay(), asBooked().exceptions()).occurrences();
    }

    /** Of one occurrence: its own, or those of its series. */
    EventDetails detailsOf(String occurrenceId) {
        ExceptionRow row = exceptions.get(occurrenceId);
        return row == null || row.details() == null ? details : row.details();
    }

    boolean reminds() {
        return !details.reminders().isEmpty()
                || exceptions.values().stream()
                        .anyMatch(row -> row.details() != null
                                && !row.details().reminders().isEmpty());
    }

    static @Nullable EventDefinition evolve(@Nullable EventDefinition known, ScheduleChange change) {
        if (known == null && !(change instanceof EventScheduledOnCalendar)) {
            return null;
        }
        ScheduledEvent before = known == null ? new ScheduledEvent.Absent() : known.asBooked();
        return ScheduledEvent.evolve(before, change) instanceof Booked booked ? of(booked, change) : null;
    }

    private static EventDefinition of(Booked booked, ScheduleChange change) {
        Map<String, ExceptionRow> rows = new HashMap<>(departing(change));
        booked.exceptions().forEach((id, exception) -> rows.put(id, ExceptionRow.of(exception)));
        return new EventDefinition(
                booked.scheduleId(), booked.booking(), booked.details().bare(), rows);
    }

    /** What departs from the series is not published before it is known how: it claims nothing meanwhile. */
    private static Map<String, ExceptionRow> departing(ScheduleChange change) {
        return change instanceof EventScheduledOnCalendar scheduled
                ? scheduled.departing().stream()
                        .distinct()
                        .collect(Collectors.toMap(Function.identity(), _ -> ExceptionRow.GONE))
                : Map.of();
    }

    /** Of its standing nothing more is kept than that it takes place. */
    private Booked asBooked() {
        Map<String, OccurrenceException> departures = new HashMap<>();
        exceptions.forEach((id, row) -> departures.put(id, row.exception()));
        return new Booked(scheduleId, booking, details, ScheduleStatus.SCHEDULED, "", departures, Set.of());
    }
}
