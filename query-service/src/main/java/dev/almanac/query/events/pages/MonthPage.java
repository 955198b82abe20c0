package dev.almanac.query.events.pages;

import dev.almanac.query.http.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A month over several calendars.
 *
 * @param timeZone whose days these are
 * @param from start of its first day
 * @param till end of its last day, exclusive
 * @param days all of them, in order
 */
record MonthPage(int year, int month, String timeZone, Instant from, Instant till, List<DayInMonth> days) {

    /**
     * One day of it. What goes on over midnight counts on each day that it touches.
     *
     * @param events how many there are
     * @param categories how many of each; those without one are {@code Other}
     * @param openConflicts conflicts of these events that somebody still has to act on
     * @param unscheduledCompanions warnings: whose primary takes place on that day, and they do not
     */
    record DayInMonth(
            LocalDate date,
            long events,
            SequencedMap<String, Long> categories,
            long openConflicts,
            List<UnscheduledCompanion> unscheduledCompanions) {

        static DayInMonth of(LocalDate date, Diary diary) {
            return new DayInMonth(
                    date,
                    diary.events().size(),
                    diary.events().stream()
                            .collect(Collectors.groupingBy(Categories::of, TreeMap::new, Collectors.counting())),
                    diary.conflicts().size(),
                    diary.unscheduledCompanions());
        }
    }

    static MonthPage of(Span month, ZoneId zone, Diary diary) {
        return new MonthPage(
                month.first().getYear(),
                month.first().getMonthValue(),
                zone.getId(),
                month.whole(zone).start(),
                month.whole(zone).end(),
                month.days()
                        .map(day -> DayInMonth.of(day, diary.within(new Span(day, day).whole(zone))))
                        .toList());
    }
}
