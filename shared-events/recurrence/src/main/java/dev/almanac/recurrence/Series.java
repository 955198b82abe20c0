package dev.almanac.recurrence;

import dev.almanac.recurrence.clock.DstAdjustment;
import dev.almanac.recurrence.clock.DstPolicy;
import dev.almanac.recurrence.clock.Instants;
import dev.almanac.recurrence.clock.LocalStart;
import dev.almanac.recurrence.clock.Moment;
import dev.almanac.recurrence.clock.Occurrence;
import dev.almanac.recurrence.clock.Search;
import dev.almanac.recurrence.wall.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A recurrence that starts at some wall-clock time in a zone, ready to be asked when it occurs. Immutable; answers do not
 * depend on the clock, the locale or the zone of the machine.
 *
 * <p>Whoever needs many instants fast uses {@link #fill} and {@link #nextAfter}, which allocate nothing.
 */
public final class Series {
    /** What {@link #nextAfter} answers when nothing follows. */
    public static final long NONE = Instants.NONE;

    private final Recurrence recurrence;
    private final LocalStart start;
    private final DstPolicy dst;
    private final boolean startOccurs;
    private final Expansion expansion;

    private Series(Recurrence recurrence, LocalStart start, DstPolicy dst, boolean startOccurs) {
        this.recurrence = recurrence;
        this.start = start;
        this.dst = dst;
        this.startOccurs = startOccurs;
        this.expansion = Expansion.of(recurrence, start, dst, startOccurs);
    }

    /**
     * The occurrences of an event that first happens at its start: with a pattern or an RRULE, the start is an occurrence
     * and counts, even if the rule does not name it (RFC 5545 3.8.5.3). With a cron nothing is before the start.
     */
    public static Series of(Recurrence recurrence, LocalDateTime start, ZoneId zone) {
        return of(recurrence, new LocalStart(start, zone));
    }

    /** The same, also for a start in the second pass of a repeated hour. */
    public static Series of(Recurrence recurrence, LocalStart start) {
        return new Series(recurrence, start, DstPolicy.DEFAULT, true);
    }

    /** What a rule alone names at or after the start, which is where its intervals are counted from. */
    public static Series ofRule(Recurrence recurrence, LocalDateTime start, ZoneId zone) {
        return new Series(recurrence, new LocalStart(start, zone), DstPolicy.DEFAULT, false);
    }

    public Series with(DstPolicy policy) {
        return new Series(recurrence, start, policy, startOccurs);
    }

    public Recurrence recurrence() {
        return recurrence;
    }

    public LocalDateTime start() {
        return start.nominal();
    }

    public ZoneId zone() {
        return start.zone();
    }

    public DstPolicy dst() {
        return dst;
    }

    /** Occurrences in {@code [from, until)}, at most {@code limit} of them. */
    public Occurrences between(Instant from, Instant until, int limit) {
        return new Occurrences(expansion.instants(), ceiling(from), ceiling(until), limit);
    }

    public List<Occurrence> first(int n) {
        return new Occurrences(expansion.instants(), Dates.FIRST_INSTANT, Dates.END_INSTANT, n).toList();
    }

    /** The first occurrence strictly later than the instant. */
    public Optional<Occurrence> next(Instant after) {
        return occurrence(nextAfter(after.getEpochSecond()));
    }

    /** The last occurrence strictly earlier than the instant. */
    public Optional<Occurrence> previous(Instant before) {
        return occurrence(Search.lastBefore(expansion.instants(), ceiling(before)));
    }

    /** The occurrence whose id ends like this, if there is one. */
    public Optional<Occurrence> named(String suffix) {
        return Named.times(suffix, zone())
                .flatMap(instant -> between(instant, instant.plusSeconds(1), 1).stream())
                .filter(occurrence -> occurrence.suffix().equals(suffix))
                .findFirst();
    }

    /**
     * The occurrence that somebody means who writes this for it (EXDATE, RECURRENCE-ID): at that instant, of that nominal
     * time, which the clocks may leap over, or the first of that day.
     */
    public Optional<Occurrence> meant(Moment by) {
        return switch (by) {
            case Moment.At(var instant) ->
                between(instant, instant.plusSeconds(1), 1).stream().findFirst();
            case Moment.OnTheWall(var time) -> of(time);
            case Moment.Day(var date) -> ofDay(date);
        };
    }

    private Optional<Occurrence> of(LocalDateTime nominal) {
        return Named.times(nominal, zone())
                .flatMap(instant -> between(instant, instant.plusSeconds(1), 1).stream())
                .filter(occurrence -> occurrence.nominal().equals(nominal))
                .findFirst()
                // Of what counts elapsed time nothing has such a name: it is at the instant that the name leads to.
                .or(() -> expansion.elapsed()
                        ? meant(new Moment.At(new LocalStart(nominal, zone()).instant()))
                        : Optional.empty());
    }

    private Optional<Occurrence> ofDay(LocalDate date) {
        // A gap may carry an occurrence over midnight, or over a whole day.
        var first = new LocalStart(date.minusDays(1).atStartOfDay(), zone()).instant();
        var end = new LocalStart(date.plusDays(2).atStartOfDay(), zone()).instant();
        return between(first, end, Integer.MAX_VALUE).stream()
                .filter(occurrence -> occurrence.nominal().toLocalDate().equals(date))
                .findFirst();
    }

    /** Whether the recurrence itself says when it ends. */
    public boolean isFinite() {
        return expansion.finite();
    }

    /** Whether its occurrences follow elapsed time, so that new rules of the zone rename them and do not move them. */
    public boolean countsElapsedTime() {
        return expansion.elapsed();
    }

    /** In plain English, such as "Every weekday at 09:00 (America/New_York)". */
    public String describe() {
        var from = start().toLocalDate() + " " + start().toLocalTime();
        return recurrence().describe() + ", from " + from + ", " + zone() + " time";
    }

    /** What the changes of the clocks in {@code [from, until)} do to this series, at most {@code limit} nominal times. */
    public List<DstAdjustment> dstReport(Instant from, Instant until, int limit) {
        return expansion
                .instants()
                .dstReport(ceiling(from), ceiling(until))
                .limit(limit)
                .toList();
    }

    /** The first occurrence strictly later, in epoch seconds, or {@link #NONE}. */
    public long nextAfter(long epochSecond) {
        return expansion.instants().next(epochSecond + 1, Long.MAX_VALUE);
    }

    /**
     * Writes the occurrences in {@code [from, until)}, in epoch seconds and ascending, from the start of the array until it
     * is full, and answers how many there are. Those that had no room follow the last that had.
     */
    public int fill(long from, long until, long[] into) {
        return expansion.instants().fill(from, until, into, 0);
    }

    private Optional<Occurrence> occurrence(long instant) {
        return instant == NONE
                ? Optional.empty()
                : Optional.of(expansion.instants().occurrence(instant));
    }

    private static long ceiling(Instant instant) {
        return instant.getEpochSecond() + (instant.getNano() > 0 ? 1 : 0);
    }
}
