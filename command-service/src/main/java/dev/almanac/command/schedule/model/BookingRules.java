package dev.almanac.command.schedule.model;

import dev.almanac.command.access.Request;
import dev.almanac.command.rejection.EventEndsBeforeItStarts;
import dev.almanac.command.rejection.EventStartsInThePast;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.EventSeries;
import dev.almanac.recurrence.clock.InvalidRecurrence;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The rules that every booking obeys, whoever makes it and however it changes. */
public final class BookingRules {
    private static final Instant FIRST = Instant.parse("0001-01-02T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final Duration LATE = Duration.ofHours(2);

    private BookingRules() {}

    /** SCH-001, SCH-002, SCH-003. */
    public static Optional<Rejection> ofLength(TimeSlot slot) {
        if (!slot.start().isBefore(slot.end())) {
            return Optional.of(new EventEndsBeforeItStarts());
        }
        if (slot.start().isBefore(FIRST) || slot.end().isAfter(LAST)) {
            return Optional.of(new EventIsOutsideTheCalendar());
        }
        if (slot.duration().compareTo(Booking.SHORTEST) < 0) {
            return Optional.of(new EventIsTooShort());
        }
        return slot.duration().compareTo(LONGEST) > 0 ? Optional.of(new EventIsTooLong()) : Optional.empty();
    }

    /** SCH-004. */
    public static Optional<Rejection> ofStart(Instant start, Instant now, String field) {
        return start.isAfter(now) ? Optional.empty() : Optional.of(new EventStartsInThePast(field));
    }

    /** SCH-005: what is about to start, or has started, only a manager changes. */
    public static Optional<Rejection> ofLateness(Instant start, Request request) {
        boolean late = start.minus(LATE).isBefore(request.at());
        return late && !request.caller().isManager() ? Optional.of(new ChangeComesTooLate(start)) : Optional.empty();
    }

    /** SCH-006. */
    public static Optional<Rejection> ofSeries(EventSeries series) {
        try {
            if (!series.endsInTime()) {
                return Optional.of(new SeriesHasTooManyOccurrences(
                        "A recurring event must end within " + EventSeries.OCCURRENCES_MAX + " occurrences"));
            }
            return series.occurrences().isEmpty() ? Optional.of(new SeriesHasNoOccurrence()) : Optional.empty();
        } catch (InvalidRecurrence e) {
            return Optional.of(new SeriesHasTooManyOccurrences(String.valueOf(e.getMessage())));
        }
    }
}
