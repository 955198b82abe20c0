package dev.almanac.local.demo.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * What takes place at the same time of each week, under changing titles.
 *
 * @param titles one after the other, and then again from the first
 */
record Slot(
        Hall hall,
        DayOfWeek day,
        LocalTime start,
        LocalTime end,
        String category,
        List<String> titles,
        List<Need> needs) {
    Slot {
        titles = List.copyOf(titles);
        needs = List.copyOf(needs);
    }

    /** @param week from 0 */
    Booking in(LocalDate monday, int week) {
        LocalDate date = monday.plusWeeks(week).with(TemporalAdjusters.nextOrSame(day));
        return new Booking(
                hall,
                titles.get(week % titles.size()),
                date.atTime(start),
                date.atTime(end),
                category,
                needs,
                Booking.ONCE);
    }
}
