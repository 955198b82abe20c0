package dev.almanac.query.window;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** How long a bucket is, on the wall clock: a local day has 23 to 25 hours. */
enum Granularity {
    HOUR {
        @Override
        ZonedDateTime startOf(ZonedDateTime time) {
            return time.truncatedTo(ChronoUnit.HOURS);
        }

        // Where clocks go back by half an hour, the hour that is truncated to may be the one before.
        @Override
        ZonedDateTime after(ZonedDateTime start) {
            ZonedDateTime next = startOf(start.plusHours(1));
            return next.isAfter(start) ? next : start.plusHours(1);
        }
    },
    DAY {
        @Override
        ZonedDateTime startOf(ZonedDateTime time) {
            return time.toLocalDate().atStartOfDay(time.getZone());
        }

        @Override
        ZonedDateTime after(ZonedDateTime start) {
            return start.toLocalDate().plusDays(1).atStartOfDay(start.getZone());
        }
    },
    /** From Monday (SCH-041). */
    WEEK {
        @Override
        ZonedDateTime startOf(ZonedDateTime time) {
            return DAY.startOf(time.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                    .with(LocalTime.NOON));
        }

        @Override
        ZonedDateTime after(ZonedDateTime start) {
            return start.toLocalDate().plusWeeks(1).atStartOfDay(start.getZone());
        }
    };

    abstract ZonedDateTime startOf(ZonedDateTime time);

    abstract ZonedDateTime after(ZonedDateTime start);
}
