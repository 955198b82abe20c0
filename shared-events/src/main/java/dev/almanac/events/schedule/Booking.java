package dev.almanac.events.schedule;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.schedule.ScheduleChange.EventRescheduled;
import dev.almanac.recurrence.KnownZone;
import dev.almanac.recurrence.Recurrence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where and when an event takes place. For a series these are the times of its first occurrence (DTSTART, DTEND).
 *
 * @param timeZone IANA id; local times of a recurrence are computed in it
 * @param movedBy by how much the nominal times of a series have moved on the wall clock since its occurrences got their
 *     ids, which name the nominal times from before; null for not at all
 * @param localStart the start on the clocks of {@code timeZone} as it was meant, also where they skip that time. Occurrences
 *     are counted from it, whatever becomes of the zone's rules. Null for what was booked before it was kept: what the
 *     clocks show at the start
 * @param floating true for local times that were written without a zone (RFC 5545 3.3.5); null for all others
 */
public record Booking(
        String calendarId,
        Instant startDateTime,
        Instant endDateTime,
        String timeZone,
        @Nullable Recurrence recurrence,
        @Nullable Duration movedBy,
        @Nullable LocalDateTime localStart,
        @Nullable Boolean floating) {
    /** SCH-002. */
    public static final Duration SHORTEST = Duration.ofMinutes(15);

    public Booking {
        movedBy = movedBy == null || movedBy.isZero() ? null : movedBy;
        floating = Boolean.TRUE.equals(floating) ? true : null;
    }

    public Booking(
            String calendarId,
            Instant startDateTime,
            Instant endDateTime,
            String timeZone,
            @Nullable Recurrence recurrence,
            @Nullable Duration movedBy) {
        this(calendarId, startDateTime, endDateTime, timeZone, recurrence, movedBy, null, null);
    }

    public Booking(
            String calendarId,
            Instant startDateTime,
            Instant endDateTime,
            String timeZone,
            @Nullable Recurrence recurrence) {
        this(calendarId, startDateTime, endDateTime, timeZone, recurrence, null);
    }

    public TimeSlot slot() {
        return new TimeSlot(startDateTime, endDateTime);
    }

    public boolean recurs() {
        return recurrence != null;
    }

    /** The wall-clock time that the first occurrence is named after; in a zone that is not known here, that of UTC. */
    public LocalDateTime nominalStart() {
        return localStart == null || !KnownZone.isOne(timeZone)
                ? LocalDateTime.ofInstant(startDateTime, KnownZone.orUtc(timeZone))
                : localStart;
    }

    /** Whether the start is what the clocks of the zone show then, and not a time that they skip. */
    public boolean clocksShowStart() {
        return nominalStart().equals(LocalDateTime.ofInstant(startDateTime, KnownZone.orUtc(timeZone)));
    }

    /** Whether it starts when the clocks show a time for the second time. */
    public boolean startsInSecondPass() {
        List<ZoneOffset> offsets = KnownZone.orUtc(timeZone).getRules().getValidOffsets(nominalStart());
        return offsets.size() > 1 && nominalStart().toInstant(offsets.getLast()).equals(startDateTime);
    }

    /** Meant as these local times, at the instants that it has. */
    public Booking meant(@Nullable LocalDateTime start, @Nullable Boolean withoutZone) {
        return new Booking(calendarId, startDateTime, endDateTime, timeZone, recurrence, movedBy, start, withoutZone);
    }

    /** At other times, its occurrences under the ids of their new nominal times. */
    public Booking movedTo(TimeSlot slot, String zone, @Nullable LocalDateTime start) {
        return new Booking(calendarId, slot.start(), slot.end(), zone, recurrence, movedBy, start, floating);
    }

    /** At other times, its occurrences under the ids that they have. */
    public Booking shiftedTo(TimeSlot slot, String zone, @Nullable LocalDateTime start) {
        Booking moved = movedTo(slot, zone, start);
        return moved.movedBy(recurs() ? total(Duration.between(nominalStart(), moved.nominalStart())) : null);
    }

    public Booking movedBy(@Nullable Duration sinceIdsWereGiven) {
        return new Booking(
                calendarId, startDateTime, endDateTime, timeZone, recurrence, sinceIdsWereGiven, localStart, floating);
    }

    /** What the change makes of it. */
    public Booking after(EventRescheduled moved) {
        TimeSlot slot = moved.newSlot();
        return Boolean.TRUE.equals(moved.keepsOccurrenceIds())
                ? shiftedTo(slot, moved.timeZone(), moved.newLocalStart())
                : movedTo(slot, moved.timeZone(), moved.newLocalStart());
    }

    private Duration total(Duration shift) {
        return movedBy == null ? shift : movedBy.plus(shift);
    }
}
