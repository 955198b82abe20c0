package dev.almanac.terminal.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;

/** How much each day of a month has. */
public record MonthCounts(YearMonth month, Map<LocalDate, DayCount> days) {

    public MonthCounts {
        days = Map.copyOf(days);
    }

    public static MonthCounts none(YearMonth month) {
        return new MonthCounts(month, Map.of());
    }

    public DayCount on(LocalDate date) {
        return days.getOrDefault(date, DayCount.NOTHING);
    }

    public Heat heat(LocalDate date) {
        long most = days.values().stream().mapToLong(DayCount::all).max().orElse(0);
        return Heat.of(on(date).all(), most);
    }

    public long events() {
        return days.values().stream().mapToLong(DayCount::events).sum();
    }

    public long runs() {
        return days.values().stream().mapToLong(DayCount::runs).sum();
    }

    public long openConflicts() {
        return days.values().stream().mapToLong(DayCount::openConflicts).sum();
    }
}
