package dev.almanac.terminal.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.function.ToLongFunction;

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

    public Heat heatOfEvents(LocalDate date) {
        return heat(DayCount::events, date);
    }

    /** By themselves: what always runs would outshine every event. */
    public Heat heatOfRuns(LocalDate date) {
        return heat(DayCount::runs, date);
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

    private Heat heat(ToLongFunction<DayCount> count, LocalDate date) {
        long most = days.values().stream().mapToLong(count).max().orElse(0);
        return Heat.of(count.applyAsLong(on(date)), most);
    }
}
