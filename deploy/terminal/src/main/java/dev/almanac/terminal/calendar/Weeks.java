package dev.almanac.terminal.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;

/** Weeks from Monday on, as ISO 8601 has them. */
public final class Weeks {
    private Weeks() {}

    public static LocalDate firstDayOf(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    public static List<LocalDate> daysOf(LocalDate date) {
        LocalDate first = firstDayOf(date);
        return first.datesUntil(first.plusWeeks(1)).toList();
    }

    /** The first days of all weeks that have a day of the month. */
    public static List<LocalDate> of(YearMonth month) {
        LocalDate last = month.atEndOfMonth();
        return Stream.iterate(firstDayOf(month.atDay(1)), day -> !day.isAfter(last), day -> day.plusWeeks(1))
                .toList();
    }
}
