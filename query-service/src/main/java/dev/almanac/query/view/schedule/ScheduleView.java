package dev.almanac.query.view.schedule;

import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.occurrence.MaterialisedOccurrence;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.EventSeries;
import dev.almanac.events.schedule.ScheduleStatus;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A scheduled event, or a series with its exceptions, as it is now.
 *
 * @param lastEnd when the last that takes place of it ends; absent where nothing does, or nobody can tell
 * @param exceptions sorted by occurrence id, one for each at most
 * @param splitInto series that took over later occurrences, in the order in which they did
 */
public record ScheduleView(
        String id,
        long version,
        ScheduleStatus status,
        Booking booking,
        EventDetails details,
        List<OccurrenceException> exceptions,
        List<String> splitInto,
        @Nullable Instant lastEnd,
        String createdBy,
        Instant createdAt,
        String changedBy,
        Instant changedAt) {

    public ScheduleView {
        splitInto = List.copyOf(splitInto == null ? List.of() : splitInto);
        exceptions = List.copyOf(exceptions == null ? List.of() : exceptions);
    }

    /** What is said of one occurrence apart from the series. */
    public Optional<OccurrenceException> exceptionOf(String occurrenceId) {
        return exceptions.stream()
                .filter(exception -> exception.occurrenceId().equals(occurrenceId))
                .findFirst();
    }

    /** Of a recurring event: which slots it takes. */
    public EventSeries series() {
        return new EventSeries(
                id,
                booking,
                details.allDay(),
                exceptions.stream()
                        .filter(OccurrenceException::departs)
                        .collect(
                                Collectors.toMap(OccurrenceException::occurrenceId, OccurrenceException::asPublished)));
    }

    /** When an occurrence would take place if the series were on its calendar and had no exceptions. */
    public Optional<TimeSlot> planned(String occurrenceId) {
        if (!booking.recurs()) {
            return Optional.empty();
        }
        try {
            return new EventSeries(id, booking, details.allDay(), Map.of())
                    .occurrences().stream()
                            .filter(occurrence -> occurrence.occurrenceId().equals(occurrenceId))
                            .map(MaterialisedOccurrence::slot)
                            .findFirst();
        } catch (DateTimeException | IllegalArgumentException notThisBuild) {
            return Optional.empty();
        }
    }

    /** When it takes place; a series that cannot be expanded shows as its first occurrence. */
    public Stream<TimeSlot> slots() {
        if (!booking.recurs()) {
            return Stream.of(booking.slot());
        }
        try {
            return series().occurrences().stream().map(MaterialisedOccurrence::slot);
        } catch (DateTimeException | IllegalArgumentException notThisBuild) {
            return Stream.of(booking.slot());
        }
    }

    ScheduleView with(ScheduleStatus newStatus) {
        return copy(newStatus, booking, details, exceptions);
    }

    ScheduleView with(Booking newBooking, EventDetails newDetails) {
        return copy(status, newBooking, newDetails, exceptions);
    }

    ScheduleView with(OccurrenceException exception) {
        List<OccurrenceException> others = exceptions.stream()
                .filter(other -> !other.occurrenceId().equals(exception.occurrenceId()))
                .toList();
        List<OccurrenceException> all = Stream.concat(others.stream(), Stream.of(exception))
                .sorted(Comparator.comparing(OccurrenceException::occurrenceId))
                .toList();
        return copy(status, booking, details, all);
    }

    /** Takes up series that took something over, where there are any. */
    ScheduleView splitInto(List<String> others) {
        return others.isEmpty()
                ? this
                : new ScheduleView(
                        id,
                        version,
                        status,
                        booking,
                        details,
                        exceptions,
                        Stream.concat(splitInto.stream(), others.stream())
                                .distinct()
                                .toList(),
                        lastEnd,
                        createdBy,
                        createdAt,
                        changedBy,
                        changedAt);
    }

    ScheduleView at(ChangeMetadata metadata) {
        return new ScheduleView(
                id,
                metadata.sequence(),
                status,
                booking,
                details,
                exceptions,
                splitInto,
                slots().map(TimeSlot::end).max(Comparator.naturalOrder()).orElse(null),
                createdBy,
                createdAt,
                metadata.actor(),
                metadata.time());
    }

    private ScheduleView copy(
            ScheduleStatus newStatus,
            Booking newBooking,
            EventDetails newDetails,
            List<OccurrenceException> newExceptions) {
        return new ScheduleView(
                id,
                version,
                newStatus,
                newBooking,
                newDetails,
                newExceptions,
                splitInto,
                lastEnd,
                createdBy,
                createdAt,
                changedBy,
                changedAt);
    }
}
