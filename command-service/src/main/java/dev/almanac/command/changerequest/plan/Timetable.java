package dev.almanac.command.changerequest.plan;

import dev.almanac.recurrence.Recurrence;
import dev.almanac.recurrence.Series;
import dev.almanac.recurrence.clock.DstPolicy;
import dev.almanac.recurrence.clock.Occurrence;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A recurrence and where it is counted from.
 *
 * @param now on the clocks of the zone
 */
record Timetable(Recurrence recurrence, LocalDateTime start, ZoneId zone, DstPolicy dst, LocalDateTime now) {
    /** So many show whether it is always at the same time. */
    private static final int EXAMINED = 50;

    private static final int LAST_MAX = 2_000;

    Timetable with(Recurrence other, LocalDateTime newStart) {
        return new Timetable(other, newStart, zone, dst, now);
    }

    Series series() {
        return Series.ofRule(recurrence, start, zone).with(dst);
    }

    Instant present() {
        return now.atZone(zone).toInstant();
    }

    List<Occurrence> ahead() {
        return series().between(present().plusNanos(1), Instant.MAX, EXAMINED).stream()
                .toList();
    }

    /** Its time of day, if it has one. */
    Optional<LocalTime> time() {
        List<LocalTime> times = ahead().stream()
                .map(occurrence -> occurrence.nominal().toLocalTime())
                .distinct()
                .limit(2)
                .toList();
        return times.size() == 1 ? Optional.of(times.getFirst()) : Optional.empty();
    }

    Optional<LocalDateTime> next() {
        return ahead().stream().findFirst().map(Occurrence::nominal);
    }

    /** The end that it has: empty where it has none, or none in sight. */
    Optional<LocalDateTime> last() {
        if (!series().isFinite()) {
            return Optional.empty();
        }
        List<Occurrence> all =
                series().between(present(), Instant.MAX, LAST_MAX).stream().toList();
        return all.isEmpty() || all.size() == LAST_MAX
                ? Optional.empty()
                : Optional.of(all.getLast().nominal());
    }
}
