package dev.almanac.recurrence.clock;

import dev.almanac.recurrence.wall.Bounds;
import dev.almanac.recurrence.wall.Dates;
import dev.almanac.recurrence.wall.Wall;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoField;
import java.util.OptionalLong;

/**
 * Where a series starts, as its author wrote it: what the wall clock of a zone is to show. The instant follows from it, and
 * moves when the zone's rules do.
 *
 * @param nominal stays as it is also where the clocks leap over it: such a series is late on its first day only
 *     (RFC 5545 3.3.5)
 * @param again the second pass of a time that is shown twice; without meaning for any other
 * @param wholeDay a date without a time, of which a rule's BYHOUR, BYMINUTE and BYSECOND say nothing (RFC 5545 3.3.10)
 */
public record LocalStart(LocalDateTime nominal, ZoneId zone, boolean again, boolean wholeDay) {
    public LocalStart {
        if (!Dates.inCalendar(nominal)) {
            throw new InvalidRecurrence("start", "a series starts in the years 1 to 9999");
        }
    }

    public LocalStart(LocalDateTime nominal, ZoneId zone) {
        this(nominal, zone, false);
    }

    public LocalStart(LocalDateTime nominal, ZoneId zone, boolean again) {
        this(nominal, zone, again, false);
    }

    /** The first of a series of whole days. */
    public LocalStart(LocalDate date, ZoneId zone) {
        this(date.atStartOfDay(), zone, false, true);
    }

    public LocalStart wholeDay(boolean isOne) {
        return new LocalStart(nominal, zone, again, isOne);
    }

    /** What the clock shows at an instant, in whichever pass that is. */
    public static LocalStart at(Instant instant, ZoneId zone) {
        return new LocalStart(
                LocalDateTime.ofInstant(instant, zone),
                zone,
                ZoneClock.of(zone).pass(instant.getEpochSecond()) == Adjustment.LAST);
    }

    /** When that is; moved out of the gap where the clocks leap over it. */
    public Instant instant() {
        return Instant.ofEpochSecond(second(), nominal.get(ChronoField.NANO_OF_SECOND));
    }

    public long second() {
        var clock = ZoneClock.of(zone);
        return again ? clock.lastInstant(Dates.wall(nominal)) : clock.firstInstant(Dates.wall(nominal));
    }

    public ZoneClock clock() {
        return ZoneClock.of(zone);
    }

    /** The nominal time, rounded down to a second. */
    public long wall() {
        return Dates.wall(nominal);
    }

    /**
     * The nominal times of a wall on the zone's clocks. What is shown twice happens in the second pass if the series starts
     * there, as the first is over by then.
     */
    public Instants put(Wall wall, DstPolicy policy, Bounds bounds) {
        var clock = clock();
        var repeatedUntil = again ? clock.repeatedUntil(second()) : OptionalLong.empty();
        if (repeatedUntil.isEmpty()) {
            return new ZonedWall(wall, clock, policy, bounds);
        }
        var second = new DstPolicy(policy.gap(), DstOverlap.LAST);
        return new Union(
                new ZonedWall(wall, clock, second, bounds.until(repeatedUntil.getAsLong())),
                new ZonedWall(wall, clock, policy, bounds.notBefore(repeatedUntil.getAsLong())));
    }
}
