package dev.almanac.query.read.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.calendar.CalendarProfile;
import dev.almanac.events.calendar.CalendarType;
import dev.almanac.events.calendar.OwnerType;
import dev.almanac.events.recurrence.Cron;
import dev.almanac.events.recurrence.Moment;
import dev.almanac.events.recurrence.Pattern;
import dev.almanac.events.recurrence.Recurrence;
import dev.almanac.events.recurrence.Rrule;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.query.view.calendar.CalendarView;
import dev.almanac.query.view.schedule.OccurrenceException;
import dev.almanac.query.view.schedule.ScheduleView;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IcsCalendarTest {
    private static final Instant NINE_IN_BERLIN = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void writes_an_event_with_the_clock_changes_of_its_zone() {
        assertThat(file(event(null, List.of())))
                .contains("BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\n")
                .contains(
                        "BEGIN:DAYLIGHT\r\nDTSTART:20260329T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nEND:DAYLIGHT")
                .contains("DTSTART;TZID=Europe/Berlin:20260302T090000\r\nDTEND;TZID=Europe/Berlin:20260302T100000")
                .contains("UID:uid-1\r\n", "PRIORITY:5", "CATEGORIES:music,jazz\\, slow")
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
                .endsWith("END:VCALENDAR\r\n");
    }

    @Test
    void escapes_text_and_folds_long_lines_between_characters() {
        String file = file(event(null, List.of()));

        assertThat(file.replace("\r\n ", "")).contains("SUMMARY:Jazz\\; and more\\, " + "♪".repeat(60) + "\\nencore");
        assertThat(file.lines())
                .allSatisfy(line -> assertThat(line.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .hasSizeLessThanOrEqualTo(75));
    }

    @Test
    void writes_rules_as_they_are_with_added_and_left_times() {
        Rrule rule = new Rrule(
                "FREQ=WEEKLY;COUNT=4",
                List.of(new Moment.OnTheWall(LocalDateTime.parse("2026-03-05T09:00:00"))),
                List.of(new Moment.OnTheWall(LocalDateTime.parse("2026-03-09T09:00:00"))));

        assertThat(file(event(rule, List.of())))
                .contains("RRULE:FREQ=WEEKLY;COUNT=4")
                .contains("RDATE;TZID=Europe/Berlin:20260305T090000")
                .contains("EXDATE;TZID=Europe/Berlin:20260309T090000");
    }

    @Test
    void writes_patterns_as_rules_and_crons_time_by_time() {
        Pattern pattern = new Pattern(Pattern.Type.WEEKLY, 2, List.of(DayOfWeek.MONDAY), null, null, 3);
        assertThat(file(event(pattern, List.of()))).contains("RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=3");

        assertThat(file(event(new Cron("0 9 1 4,5 *"), List.of())))
                .doesNotContain("RRULE")
                .contains("DTSTART;TZID=Europe/Berlin:20260401T090000", "RDATE;TZID=Europe/Berlin:20260501T090000");
    }

    @Test
    void writes_a_cancelled_occurrence_as_left_out_and_a_moved_one_as_an_event_of_its_own() {
        OccurrenceException cancelled =
                new OccurrenceException("event-1@20260309T090000", true, null, null, null, "holiday", null);
        Instant later = Instant.parse("2026-03-16T13:00:00Z");
        OccurrenceException moved = new OccurrenceException(
                "event-1@20260316T090000", false, later, later.plus(Duration.ofHours(1)), null, null, null);

        assertThat(file(event(new Rrule("FREQ=WEEKLY;COUNT=4"), List.of(cancelled, moved))))
                .contains("EXDATE;TZID=Europe/Berlin:20260309T090000")
                .contains(
                        "RECURRENCE-ID;TZID=Europe/Berlin:20260316T090000\r\nDTSTART;TZID=Europe/Berlin:20260316T140000");
    }

    private static String file(ScheduleView schedule) {
        CalendarProfile profile = new CalendarProfile(
                "Hall", null, CalendarType.VENUE, "ana", OwnerType.VENUE, "Europe/Berlin", 1, false);
        return IcsCalendar.of(
                new CalendarView("hall", 0, profile, true, List.of(), NINE_IN_BERLIN, NINE_IN_BERLIN),
                List.of(schedule));
    }

    private static ScheduleView event(@Nullable Recurrence recurrence, List<OccurrenceException> exceptions) {
        EventDetails details = new EventDetails(
                "uid-1",
                "Jazz; and more, " + "♪".repeat(60) + "\nencore",
                null,
                "Stage 2",
                "music",
                5,
                List.of("jazz, slow"),
                List.of(),
                false);
        Booking booking = new Booking(
                "hall", NINE_IN_BERLIN, NINE_IN_BERLIN.plus(Duration.ofHours(1)), "Europe/Berlin", recurrence);
        return new ScheduleView(
                "event-1",
                3,
                ScheduleStatus.SCHEDULED,
                booking,
                details,
                exceptions,
                List.of(),
                null,
                "ana",
                NINE_IN_BERLIN,
                "ana",
                NINE_IN_BERLIN);
    }
}
