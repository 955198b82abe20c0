package dev.almanac.command.changerequest.interpret;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/** How often, apart from the time of day. */
public sealed interface Repeats {
    Set<DayOfWeek> WEEKDAYS = Set.copyOf(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
    Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    Set<DayOfWeek> EVERY_DAY = Set.copyOf(EnumSet.allOf(DayOfWeek.class));

    /** On these days of every week, or of every other and so on. Of an empty set, on the day that it is on already. */
    record Weekly(int interval, Set<DayOfWeek> days) implements Repeats {
        public Weekly {
            check(interval, 1, 52);
            days = Set.copyOf(days);
        }

        @Override
        public String toString() {
            return "Weekly[" + interval + ", " + new TreeSet<>(days) + "]";
        }
    }

    record EveryDays(int interval) implements Repeats {
        public EveryDays {
            check(interval, 2, 365);
        }
    }

    /** Minutes or hours apart. */
    record EveryPeriod(Duration period) implements Repeats {
        public EveryPeriod {
            check(period.toMinutes(), 1, 24 * 60);
        }
    }

    /**
     * On this day of the month.
     *
     * @param day -1 is the last, 0 the one that it is on already
     */
    record Monthly(int interval, int day) implements Repeats {
        public Monthly {
            check(interval, 1, 12);
            check(day, -1, 31);
        }
    }

    /**
     * On such a day of the week of every month.
     *
     * @param nth -1 is the last
     */
    record MonthlyNth(int nth, DayOfWeek day) implements Repeats {
        public MonthlyNth {
            check(nth == -1 ? 1 : nth, 1, 5);
        }
    }

    private static void check(long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException("from " + min + " to " + max);
        }
    }
}
