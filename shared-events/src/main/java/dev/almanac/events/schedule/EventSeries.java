package dev.almanac.events.schedule;

import dev.almanac.events.OccurrenceId;
import dev.almanac.events.occurrence.MaterialisedOccurrence;
import dev.almanac.events.schedule.OccurrenceException.Cancelled;
import dev.almanac.events.schedule.OccurrenceException.Moved;
import dev.almanac.recurrence.KnownZone;
import dev.almanac.recurrence.Recurrence;
import dev.almanac.recurrence.Series;
import dev.almanac.recurrence.clock.LocalStart;
import dev.almanac.recurrence.clock.Occurrence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A recurring event and its exceptions: which concrete slots it takes. */
public record EventSeries(
        String seriesId, Booking booking, boolean allDay, Map<String, OccurrenceException> exceptions) {
    /** SCH-006. */
    public static final int OCCURRENCES_MAX = 365;

    public EventSeries {
        exceptions = Map.copyOf(exceptions);
    }

    /** Whether the recurrence ends by itself, within the limit of SCH-006. */
    public boolean endsInTime() {
        return series().isFinite() && series().first(OCCURRENCES_MAX + 1).size() <= OCCURRENCES_MAX;
    }

    /** Every slot that takes place, cancelled ones left out; no more than {@link #OCCURRENCES_MAX}. */
    public List<MaterialisedOccurrence> occurrences() {
        return series().first(OCCURRENCES_MAX).stream()
                .flatMap(this::materialised)
                .toList();
    }

    /** Whether the series, as its recurrence says it, has an occurrence of this id. */
    public boolean names(String occurrenceId) {
        return series().first(OCCURRENCES_MAX).stream()
                .anyMatch(occurrence -> id(occurrence).equals(occurrenceId));
    }

    private Stream<MaterialisedOccurrence> materialised(Occurrence occurrence) {
        String id = id(occurrence);
        return switch (exceptions.get(id)) {
            case Cancelled() -> Stream.empty();
            case Moved(var slot, var details, var _) ->
                Stream.of(new MaterialisedOccurrence(
                        id,
                        occurrence.nominal(),
                        slot.start(),
                        slot.end(),
                        true,
                        details == null ? null : details.resources()));
            case null -> Stream.of(plain(id, occurrence));
        };
    }

    private MaterialisedOccurrence plain(String id, Occurrence occurrence) {
        return new MaterialisedOccurrence(
                id, occurrence.nominal(), occurrence.instant(), end(occurrence.instant()), false);
    }

    /** A timed event lasts as long as its first occurrence does; an all-day event covers as many days (RFC 5545 3.8.5.3). */
    private Instant end(Instant start) {
        Duration duration = booking.slot().duration();
        if (!allDay) {
            return start.plus(duration);
        }
        LocalDateTime first = LocalDateTime.ofInstant(booking.startDateTime(), zone());
        LocalDateTime last = LocalDateTime.ofInstant(booking.endDateTime(), zone());
        long days = ChronoUnit.DAYS.between(first, last);
        Duration rest = Duration.between(first.plusDays(days), last);
        return start.atZone(zone()).plusDays(days).toInstant().plus(rest);
    }

    /** The nominal time that it had when it got its id, however often the series has moved since. */
    private String id(Occurrence occurrence) {
        Occurrence nominal = booking.movedBy() == null ? occurrence : occurrence.earlier(booking.movedBy());
        return OccurrenceId.of(seriesId, nominal.suffix());
    }

    private Series series() {
        Recurrence recurrence = booking.recurrence();
        if (recurrence == null) {
            throw new IllegalStateException(seriesId + " does not recur");
        }
        return Series.of(
                recurrence,
                new LocalStart(booking.nominalStart(), zone(), booking.startsInSecondPass()).wholeDay(allDay));
    }

    private ZoneId zone() {
        return KnownZone.orUtc(booking.timeZone());
    }
}
