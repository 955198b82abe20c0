package dev.almanac.terminal.views;

import dev.almanac.terminal.calendar.DayCount;
import dev.almanac.terminal.calendar.Item;
import dev.almanac.terminal.calendar.Spoken;
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

    private Words() {}

    /** On this day; what began or ends on another one says so. */
    public static String span(Item item, LocalDate day, ZoneId zone) {
        ZonedDateTime start = item.startIn(zone);
        ZonedDateTime end = item.endIn(zone);
        if (item.allDay()) {
            return "all day";
        }
        String from = start.toLocalDate().equals(day) ? Spoken.clock(start) : "…";
        boolean endsThen =
                end.toLocalDate().equals(day) || end.equals(day.plusDays(1).atStartOfDay(zone));
        return item.slot().length().isZero() ? from : from + "–" + (endsThen ? Spoken.clock(end) : "…");
    }

    /** When there is no room for more. */
    static String start(Item item, LocalDate day, ZoneId zone) {
        if (item.allDay()) {
            return "all day";
        }
        ZonedDateTime start = item.startIn(zone);
        return start.toLocalDate().equals(day) ? Spoken.clock(start) : "…";
    }

    static String counts(DayCount counts) {
        List<String> parts = new ArrayList<>();
        parts.add(Spoken.count(counts.events(), "event"));
        if (counts.runs() > 0) {
            parts.add(Spoken.count(counts.runs(), "run"));
        }
        if (counts.openConflicts() > 0) {
            parts.add(Spoken.count(counts.openConflicts(), "conflict") + " !");
        }
        return String.join(" · ", parts);
    }
}
