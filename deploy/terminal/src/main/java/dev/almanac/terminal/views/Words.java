package dev.almanac.terminal.views;

import dev.almanac.terminal.calendar.DayCount;
import dev.almanac.terminal.calendar.Item;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Dates, times and counts in words. */
public final class Words {
    static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private Words() {}

    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    static String shortDay(LocalDate date) {
        return SHORT_DAY.format(date);
    }

    static String clock(ZonedDateTime at) {
        return CLOCK.format(at);
    }

    /** On this day; what began or ends on another one says so. */
    public static String span(Item item, LocalDate day, ZoneId zone) {
        ZonedDateTime start = item.startIn(zone);
        ZonedDateTime end = item.endIn(zone);
        if (item.allDay()) {
            return "all day";
        }
        String from = start.toLocalDate().equals(day) ? clock(start) : "…";
        boolean endsThen = end.toLocalDate().equals(day) || end.equals(day.plusDays(1).atStartOfDay(zone));
        return item.slot().length().isZero() ? from : from + "–" + (endsThen ? clock(end) : "…");
    }

    public static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    static String counts(DayCount counts) {
        List<String> parts = new ArrayList<>();
        parts.add(count(counts.events(), "event"));
        if (counts.runs() > 0) {
            parts.add(count(counts.runs(), "run"));
        }
        if (counts.openConflicts() > 0) {
            parts.add(count(counts.openConflicts(), "conflict") + " !");
        }
        return String.join(" · ", parts);
    }
}
