package dev.almanac.terminal.calendar;

/** How much a day has, as numbers. */
public record DayCount(long events, long runs, long openConflicts) {
    public static final DayCount NOTHING = new DayCount(0, 0, 0);
}
