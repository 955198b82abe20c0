package dev.almanac.query.http;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.activity.ViewType;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.stream.Stream;

/** The local days, both inclusive, that a view covers. */
public record Span(LocalDate first, LocalDate last) {

    /** SCH-041: weeks start on Monday. SCH-042: a month is the full calendar month. */
    public static Span of(ViewType type, LocalDate date) {
        return switch (type) {
            case DAILY -> new Span(date, date);
            case WEEKLY -> {
                LocalDate monday = date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield new Span(monday, monday.plusDays(6));
            }
            case MONTHLY ->
                new Span(date.with(TemporalAdjusters.firstDayOfMonth()), date.with(TemporalAdjusters.lastDayOfMonth()));
        };
    }

    public Stream<LocalDate> days() {
        return first.datesUntil(last.plusDays(1));
    }

    /** From local midnight to local midnight, whatever a change of clocks does to the length of a day. */
    public TimeSlot whole(ZoneId zone) {
        return new TimeSlot(
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
