package dev.almanac.command.schedule.model;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.occurrence.MaterialisedOccurrence;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.EventSeries;
import dev.almanac.events.schedule.OccurrenceException;
import dev.almanac.events.schedule.OccurrenceException.Moved;
import dev.almanac.events.schedule.ScheduledEvent.Booked;
import dev.almanac.recurrence.KnownZone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was booked by local time and is elsewhere by the zone data of today. Which data it was booked by is not asked: the local
 * time says where it is to be, and the ledger where it is.
 *
 * @param itemId the event, or the occurrence of a series
 * @param localStart as it is meant
 * @param own whether it is an occurrence that was moved by itself
 */
public record ZoneDrift(
        String itemId, String timeZone, LocalDateTime localStart, TimeSlot from, TimeSlot to, boolean own) {
    /** By so much days are longer and shorter than others where clocks change. */
    private static final Duration LEAP = Duration.ofHours(1);

    /**
     * What of an event is ahead, also what goes on now.
     *
     * @param held by the id of each claim, where the ledger has it
     */
    public static List<ZoneDrift> of(Booked booked, Map<String, TimeSlot> held, Instant now) {
        if (!KnownZone.isOne(booked.booking().timeZone())) {
            return List.of();
        }
        return (booked.booking().recurs() ? ofSeries(booked, held) : ofEvent(booked).stream())
                .filter(drift -> drift.from().end().isAfter(now))
                .toList();
    }

    /** Where a booking, or the first of a series, is by the zone data of today. */
    public static TimeSlot place(Booked booked) {
        Booking booking = booked.booking();
        return place(
                booking.slot(),
                booking.nominalStart(),
                ZoneId.of(booking.timeZone()),
                booked.details().allDay());
    }

    private static Optional<ZoneDrift> ofEvent(Booked booked) {
        Booking booking = booked.booking();
        return Optional.ofNullable(booking.localStart())
                .map(local -> new ZoneDrift(
                        booked.scheduleId(), booking.timeZone(), local, booking.slot(), place(booked), false))
                .filter(ZoneDrift::isMoved);
    }

    private static Stream<ZoneDrift> ofSeries(Booked booked, Map<String, TimeSlot> held) {
        return today(booked).occurrences().stream()
                .flatMap(occurrence -> of(booked, occurrence, held.get(occurrence.occurrenceId())).stream());
    }

    /** Its exceptions where their local times are by now. */
    private static EventSeries today(Booked booked) {
        Map<String, OccurrenceException> exceptions = new HashMap<>(booked.exceptions());
        exceptions.replaceAll((_, exception) ->
                exception instanceof Moved(var slot, var details, var local) && local != null
                        ? new Moved(
                                place(slot, local, ZoneId.of(booked.booking().timeZone()), isAllDay(booked, exception)),
                                details,
                                local)
                        : exception);
        return new EventSeries(
                booked.scheduleId(), booked.booking(), booked.details().allDay(), exceptions);
    }

    private static boolean isAllDay(Booked booked, OccurrenceException exception) {
        EventDetails own = exception instanceof Moved moved ? moved.details() : null;
        return (own == null ? booked.details() : own).allDay();
    }

    private static Optional<ZoneDrift> of(Booked booked, MaterialisedOccurrence occurrence, @Nullable TimeSlot held) {
        boolean own = booked.exceptions().get(occurrence.occurrenceId()) instanceof Moved;
        return Optional.ofNullable(held)
                .map(from -> new ZoneDrift(
                        occurrence.occurrenceId(),
                        booked.booking().timeZone(),
                        local(booked, occurrence),
                        from,
                        occurrence.slot(),
                        own))
                .filter(ZoneDrift::isMoved);
    }

    private static LocalDateTime local(Booked booked, MaterialisedOccurrence occurrence) {
        OccurrenceException exception = booked.exceptions().get(occurrence.occurrenceId());
        LocalDateTime own = exception instanceof Moved moved ? moved.localStart() : null;
        return own == null ? occurrence.nominal() : own;
    }

    private boolean isMoved() {
        return !from.equals(to);
    }

    /** Where the clocks skip the time it is late; of two passes it keeps its own, else it takes the first (RFC 5545 3.3.5). */
    private static TimeSlot place(TimeSlot taken, LocalDateTime local, ZoneId zone, boolean allDay) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        boolean stays =
                offsets.stream().anyMatch(offset -> local.toInstant(offset).equals(taken.start()));
        Instant start = stays ? taken.start() : local.atZone(zone).toInstant();
        Duration length = taken.duration();
        long days = length.plus(LEAP).toDays();
        boolean wholeDays = allDay
                && local.toLocalTime().equals(LocalTime.MIDNIGHT)
                && days > 0
                && length.minusDays(days).abs().compareTo(LEAP) <= 0;
        return new TimeSlot(start, wholeDays ? local.plusDays(days).atZone(zone).toInstant() : start.plus(length));
    }

    /**
     * What has no local start, where the clocks showed another time by other data: somebody may have meant that. It stays.
     *
     * @param before by zone the rules that may have counted when it was booked
     */
    public static List<ZoneDrift> doubtful(Booked booked, Map<String, ZoneRules> before, Instant now) {
        ZoneRules rules = before.get(booked.booking().timeZone());
        if (rules == null || !KnownZone.isOne(booked.booking().timeZone())) {
            return List.of();
        }
        Stream<Optional<ZoneDrift>> found = booked.booking().recurs()
                ? booked.exceptions().entrySet().stream()
                        .map(entry -> entry.getValue() instanceof Moved(var slot, var _, var local) && local == null
                                ? doubtful(entry.getKey(), booked, slot, rules, true)
                                : Optional.empty())
                : Stream.of(
                        booked.booking().localStart() == null
                                ? doubtful(
                                        booked.scheduleId(),
                                        booked,
                                        booked.booking().slot(),
                                        rules,
                                        false)
                                : Optional.empty());
        return found.flatMap(Optional::stream)
                .filter(drift -> drift.from().end().isAfter(now))
                .toList();
    }

    private static Optional<ZoneDrift> doubtful(
            String itemId, Booked booked, TimeSlot slot, ZoneRules rules, boolean own) {
        String zone = booked.booking().timeZone();
        LocalDateTime shown = LocalDateTime.ofInstant(slot.start(), rules.getOffset(slot.start()));
        return Optional.of(new ZoneDrift(
                        itemId,
                        zone,
                        shown,
                        slot,
                        place(slot, shown, ZoneId.of(zone), booked.details().allDay()),
                        own))
                .filter(ZoneDrift::isMoved);
    }

    /** The same, said to be meant as what the clocks show where it is: it stays there. */
    public LocalDateTime localWhereItStays() {
        return LocalDateTime.ofInstant(from.start(), ZoneId.of(timeZone));
    }
}
