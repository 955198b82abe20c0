package dev.almanac.query.events;

import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.occurrence.MaterialisedOccurrence;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.EventSeries;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceCancelled;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceConfirmed;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceRescheduled;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.events.schedule.ScheduledEvent;
import dev.almanac.events.schedule.ScheduledEvent.Absent;
import dev.almanac.events.schedule.ScheduledEvent.Booked;
import dev.almanac.events.schedule.ScheduledEvent.Removed;
import dev.almanac.events.schedule.ScheduledEvent.Unscheduled;
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
 * @param lastEnd when the last that takes place of it ends; absent where nothing does, or where it is endless
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
        return new EventSeries(id, booking, details.allDay(), departures());
    }

    private Map<String, dev.almanac.events.schedule.OccurrenceException> departures() {
        return exceptions.stream()
                .filter(OccurrenceException::departs)
                .collect(Collectors.toMap(OccurrenceException::occurrenceId, OccurrenceException::asPublished));
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

    /** With what the change means for the event, and why its occurrence departs, where it is about one. */
    ScheduleView after(ScheduleChange change) {
        return switch (ScheduledEvent.evolve(asEvent(), change)) {
            case Booked booked -> with(booked.status(), booked, change);
            case Unscheduled(var was) -> with(ScheduleStatus.UNSCHEDULED, was, change);
            case Removed(var was) -> with(ScheduleStatus.CANCELLED, was, change);
            case Absent _ -> this;
        };
    }

    private ScheduleView with(ScheduleStatus newStatus, Booked event, ScheduleChange change) {
        List<OccurrenceException> rows = Stream.concat(event.exceptions().keySet().stream(), event.confirmed().stream())
                .distinct()
                .sorted()
                .map(id -> OccurrenceException.of(id, event, reason(id, change)))
                .toList();
        return copy(newStatus, event.booking(), event.details(), rows);
    }

    private @Nullable String reason(String occurrenceId, ScheduleChange change) {
        return switch (change) {
            case OccurrenceRescheduled c when c.occurrenceId().equals(occurrenceId) -> c.reason();
            case OccurrenceCancelled c when c.occurrenceId().equals(occurrenceId) -> c.reason();
            case OccurrenceConfirmed c when c.occurrenceId().equals(occurrenceId) -> c.reason();
            case ScheduleChange _ ->
                exceptionOf(occurrenceId).map(OccurrenceException::reason).orElse(null);
        };
    }

    private ScheduledEvent asEvent() {
        Booked booked = new Booked(
                id,
                booking,
                details,
                status,
                createdBy,
                departures(),
                exceptions.stream()
                        .filter(exception -> Boolean.TRUE.equals(exception.confirmed()))
                        .map(OccurrenceException::occurrenceId)
                        .collect(Collectors.toSet()));
        return switch (status) {
            case UNSCHEDULED -> new Unscheduled(booked);
            case CANCELLED -> new Removed(booked);
            case TENTATIVE, SCHEDULED, CONFIRMED, RESCHEDULING -> booked;
        };
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
