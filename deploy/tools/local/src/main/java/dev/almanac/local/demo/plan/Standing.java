package dev.almanac.local.demo.plan;

import static dev.almanac.local.demo.plan.Hall.CHAMBER_HALL;
import static dev.almanac.local.demo.plan.Hall.COURSE_ROOM;
import static dev.almanac.local.demo.plan.Hall.FOYER;
import static dev.almanac.local.demo.plan.Hall.GREAT_HALL;
import static dev.almanac.local.demo.plan.Hall.REHEARSAL_ROOM;
import static dev.almanac.local.demo.plan.Hall.STUDIO;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What recurs under one title: each is one series. */
final class Standing {
    private static final String DAILY = "FREQ=DAILY;COUNT=" + 7 * Season.WEEKS;
    private static final String WEEKLY = "FREQ=WEEKLY;COUNT=" + Season.WEEKS;

    private Standing() {}

    /** Each begins on its first day from the given one on. */
    static List<Booking> from(LocalDate day) {
        List<Booking> series = new ArrayList<>();
        for (Hall hall : Hall.values()) {
            series.add(series(hall, "Cleaning", day, "06:00", "07:30", "upkeep", DAILY));
            series.add(weekly(hall, "Technical inspection", "MONDAY", "08:00", "08:45", day));
        }
        series.add(weekly(GREAT_HALL, "Piano tuning", "THURSDAY", "13:00", "14:00", day, Need.PETER));
        series.add(weekly(CHAMBER_HALL, "Piano tuning", "THURSDAY", "14:30", "15:30", day, Need.PETER));
        series.add(weekly(STUDIO, "Piano tuning", "THURSDAY", "16:00", "17:00", day, Need.PETER));
        series.add(weekly(REHEARSAL_ROOM, "Yoga for musicians", "TUESDAY", "08:00", "09:00", day));
        series.add(weekly(REHEARSAL_ROOM, "Concert choir", "TUESDAY", "18:00", "20:30", day));
        series.add(weekly(REHEARSAL_ROOM, "Percussion", "WEDNESDAY", "14:00", "16:00", day));
        series.add(weekly(REHEARSAL_ROOM, "Brass ensemble", "WEDNESDAY", "18:00", "20:00", day));
        series.add(weekly(REHEARSAL_ROOM, "Chamber choir", "THURSDAY", "18:00", "20:00", day));
        series.add(weekly(REHEARSAL_ROOM, "Youth strings", "MONDAY", "17:30", "19:00", day));
        series.add(weekly(REHEARSAL_ROOM, "Big band rehearses", "FRIDAY", "14:00", "17:00", day));
        series.add(weekly(REHEARSAL_ROOM, "Family orchestra", "SUNDAY", "14:00", "16:00", day));
        series.add(weekly(COURSE_ROOM, "Music theory I", "TUESDAY", "18:00", "19:30", day));
        series.add(weekly(COURSE_ROOM, "Music theory II", "WEDNESDAY", "18:00", "19:30", day));
        series.add(weekly(COURSE_ROOM, "Ear training", "THURSDAY", "18:00", "19:00", day));
        series.add(weekly(COURSE_ROOM, "Composing", "FRIDAY", "16:00", "18:00", day));
        series.add(weekly(COURSE_ROOM, "Ukulele for everybody", "SATURDAY", "10:00", "12:00", day));
        series.add(weekly(COURSE_ROOM, "Staff meeting", "MONDAY", "09:00", "10:00", day));
        series.add(weekly(FOYER, "Guided tour", "WEDNESDAY", "15:00", "16:30", day));
        series.add(weekly(FOYER, "Market of instruments", "SUNDAY", "13:00", "16:00", day));
        series.add(weekly(FOYER, "Coffee with the orchestra", "TUESDAY", "13:15", "14:15", day));
        return series;
    }

    private static Booking weekly(
            Hall hall, String title, String day, String start, String end, LocalDate from, Need... needs) {
        LocalDate first = from.with(TemporalAdjusters.nextOrSame(DayOfWeek.valueOf(day)));
        return series(hall, title, first, start, end, "standing", WEEKLY, needs);
    }

    private static Booking series(
            Hall hall,
            String title,
            LocalDate first,
            String start,
            String end,
            String category,
            String rrule,
            Need... needs) {
        LocalDateTime from = first.atTime(LocalTime.parse(start));
        return new Booking(
                hall, title, from, first.atTime(LocalTime.parse(end)), category, Arrays.asList(needs), rrule);
    }
}
