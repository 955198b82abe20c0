package dev.almanac.query.calendars.ics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.calendar.CalendarProfile;
import dev.almanac.events.calendar.CalendarType;
import dev.almanac.events.calendar.OwnerType;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.query.calendars.CalendarView;
import dev.almanac.query.events.OccurrenceException;
import dev.almanac.query.events.ScheduleView;
import dev.almanac.recurrence.Cron;
import dev.almanac.recurrence.Pattern;
import dev.almanac.recurrence.Recurrence;
import dev.almanac.recurrence.Rrule;
import dev.almanac.recurrence.clock.Moment;
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
                        "BEGIN:DAYLIGHT\r\nDTSTART:20240331T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nEND:DAYLIGHT")
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
                .doesNotContain("RRULE:FREQ=MONTHLY", "BYMONTH=4")
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

    @Test
    void an_event_in_the_second_pass_of_a_repeated_hour_is_told_in_utc() {
        Instant start = Instant.parse("2027-11-07T05:45:00Z");
        assertThat(file(at(start, "America/New_York", null)))
                .contains("DTSTART;TZID=America/New_York:20271107T014500\r\nDTEND:20271107T064500Z");
        assertThat(file(at(start.plus(Duration.ofHours(1)), "America/New_York", null)))
                .contains("DTSTART:20271107T064500Z\r\nDTEND;TZID=America/New_York:20271107T024500");
    }

    @Test
    void a_series_that_starts_in_a_second_pass_is_told_time_by_time() {
        Booking series = at(Instant.parse("2027-11-07T06:30:00Z"), "America/New_York", new Rrule("FREQ=DAILY;COUNT=3"));
        assertThat(file(series))
                .doesNotContain("RRULE:FREQ=DAILY")
                .contains("DTSTART:20271107T063000Z\r\n")
                .contains("RDATE;TZID=America/New_York:20271108T013000\r\nRDATE;TZID=America/New_York:20271109T013000");
    }

    @Test
    void a_start_that_the_clocks_skip_stays_as_it_was_written() {
        Booking daily = at(Instant.parse("2026-03-08T07:30:00Z"), "America/New_York", new Rrule("FREQ=DAILY;COUNT=3"))
                .meant(LocalDateTime.parse("2026-03-08T02:30:00"), null);
        assertThat(file(daily))
                .contains(
                        "DTSTART;TZID=America/New_York:20260308T023000", "DTEND;TZID=America/New_York:20260308T043000");
    }

    @Test
    void until_is_utc_beside_a_zone_a_date_beside_a_day_and_local_beside_a_floating_time() {
        Booking zoned = at(NINE_IN_BERLIN, "Europe/Berlin", new Rrule("FREQ=DAILY;UNTIL=20260401T090000"));
        assertThat(file(zoned)).contains("RRULE:FREQ=DAILY;UNTIL=20260401T070000Z\r\n");
        Booking byDay = at(NINE_IN_BERLIN, "Europe/Berlin", new Rrule("FREQ=DAILY;UNTIL=20260401"));
        assertThat(file(byDay)).contains("RRULE:FREQ=DAILY;UNTIL=20260401T215959Z\r\n");
        assertThat(file(zoned.meant(LocalDateTime.parse("2026-03-02T09:00:00"), true)))
                .contains("RRULE:FREQ=DAILY;UNTIL=20260401T090000\r\n", "DTSTART:20260302T090000\r\n");
    }

    @Test
    void a_day_that_is_left_out_or_added_is_told_by_its_times() {
        Rrule rule = new Rrule(
                "FREQ=DAILY;BYHOUR=9,15;COUNT=8",
                List.of(new Moment.Day(java.time.LocalDate.parse("2026-03-20"))),
                List.of(new Moment.Day(java.time.LocalDate.parse("2026-03-03"))));
        assertThat(file(at(NINE_IN_BERLIN, "Europe/Berlin", rule)))
                .contains("RDATE;TZID=Europe/Berlin:20260320T090000")
                .contains("EXDATE;TZID=Europe/Berlin:20260303T090000", "EXDATE;TZID=Europe/Berlin:20260303T150000");
    }

    @Test
    void reminders_go_out_as_alarms_that_show_the_title_beside_those_that_came_with_the_event() {
        List<String> sounds = List.of("BEGIN:VALARM", "ACTION:AUDIO", "TRIGGER:-PT5M", "END:VALARM");
        ScheduleView known = event(null, List.of());
        ScheduleView reminding = view(
                "event-2",
                known.booking(),
                known.details().keeping(sounds).reminding(List.of(Duration.ZERO, Duration.ofMinutes(90))));

        String file = IcsCalendar.of(calendar(), List.of(reminding));

        String title = IcsLines.escaped(known.details().title());
        assertThat(file.replace("\r\n ", ""))
                .contains(
                        String.join("\r\n", sounds),
                        "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:PT0S\r\nDESCRIPTION:" + title + "\r\nEND:VALARM\r\n",
                        "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT1H30M\r\nDESCRIPTION:" + title
                                + "\r\nEND:VALARM\r\nEND:VEVENT\r\n");
    }

    @Test
    void lines_that_came_with_an_event_go_out_with_it_and_two_events_of_one_uid_are_told_apart() {
        List<String> lines = List.of(
                "ATTENDEE;CN=\"Clara; S.\";PARTSTAT=ACCEPTED:mailto:clara@example.org",
                "BEGIN:VALARM",
                "ACTION:DISPLAY",
                "TRIGGER:-PT15M",
                "END:VALARM");
        ScheduleView known = event(null, List.of());
        ScheduleView kept = view("event-2", known.booking(), known.details().keeping(lines));
        String file = IcsCalendar.of(calendar(), List.of(known, kept));
        assertThat(file.replace("\r\n ", "")).contains(String.join("\r\n", lines));
        assertThat(file).containsOnlyOnce("UID:uid-1\r\n").containsOnlyOnce("UID:event-2\r\n");
    }

    private static Booking at(Instant start, String zone, @Nullable Recurrence recurrence) {
        return new Booking("hall", start, start.plus(Duration.ofHours(1)), zone, recurrence);
    }

    private static String file(Booking booking) {
        return file(view("event-1", booking, event(null, List.of()).details()));
    }

    private static ScheduleView view(String id, Booking booking, EventDetails details) {
        return new ScheduleView(
                id,
                3,
                ScheduleStatus.SCHEDULED,
                booking,
                details,
                List.of(),
                List.of(),
                null,
                "ana",
                NINE_IN_BERLIN,
                "ana",
                NINE_IN_BERLIN);
    }

    private static String file(ScheduleView schedule) {
        return IcsCalendar.of(calendar(), List.of(schedule));
    }

    private static CalendarView calendar() {
        CalendarProfile profile = new CalendarProfile(
                "Hall", null, CalendarType.VENUE, "ana", OwnerType.VENUE, "Europe/Berlin", 1, false);
        return new CalendarView("hall", 0, profile, true, List.of(), List.of(), NINE_IN_BERLIN, NINE_IN_BERLIN);
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
