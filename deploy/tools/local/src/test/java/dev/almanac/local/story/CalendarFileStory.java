package dev.almanac.local.story;

import static dev.almanac.local.story.Client.calendar;
import static dev.almanac.local.story.Client.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.local.Suite;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is imported from a file is exported as it was, and means the same to whoever imports that. */
final class CalendarFileStory {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> SAID_OF_THE_COPY =
            List.of("DTSTAMP:", "CREATED:", "LAST-MODIFIED:", "SEQUENCE:", "X-WR-CALNAME:");

    private static final List<String> PARTS =
            List.of("UID:series", "RECURRENCE-ID", "UID:added", "UID:holiday", "UID:single");

    void isToldBy(Suite suite) throws Exception {
        Client manager = new Client(suite, "ana", "manager");
        String original = manager.create("/calendars", calendar("Original", "DEPARTMENT", 10));
        String copy = manager.create("/calendars", calendar("Copy", "DEPARTMENT", 10));

        importInto(manager, original, FILE);
        String exported = exportOnce(manager, original);
        importInto(manager, copy, exported);

        assertThat(exported)
                .contains("RRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=6")
                .contains("EXDATE;TZID=America/New_York:20210430T023000")
                .contains("RECURRENCE-ID;TZID=America/New_York:20210528T023000")
                .contains("BEGIN:VTIMEZONE\r\nTZID:America/New_York")
                .contains("DTSTART;VALUE=DATE:20210308")
                .contains("ATTENDEE;CN=Clara;PARTSTAT=ACCEPTED:mailto:clara@example.org", "X-SEEN-BY:nobody")
                .contains("BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT15M\r\nDESCRIPTION:Holiday\r\nEND:VALARM");
        assertThat(meaning(exportOnce(manager, copy))).isEqualTo(meaning(exported));
    }

    /** Where clocks leap at midnight, by half an hour, by two hours, or over a whole day. */
    void isToldByClocksThatLeap(Suite suite) throws Exception {
        Client manager = new Client(suite, "ana", "manager");
        String original = manager.create("/calendars", calendar("Leaps", "DEPARTMENT", 100));
        String copy = manager.create("/calendars", calendar("Leaps, copied", "DEPARTMENT", 100));
        List<Leap> leaps = Leap.all();

        taken(manager, original, leaps.stream().map(Leap::events).collect(Collectors.joining()));
        for (Leap leap : leaps) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(starts(manager, original, leap))
                            .as(leap.toString())
                            .isEqualTo(leap.expected()));
            for (String month : leap.months()) {
                String exported = manager.download(
                        "/calendars/" + original + "/export/monthly", Map.of("format", "ICS", "date", month));
                assertThat(json(manager.postFile("/calendars/" + copy + "/import", exported.getBytes(UTF_8)))
                                .get("rejected"))
                        .as(exported)
                        .isEmpty();
            }
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(starts(manager, copy, leap))
                            .as("copy of " + leap)
                            .isEqualTo(leap.expected()));
        }
    }

    private static void taken(Client manager, String calendarId, String events) throws Exception {
        String file = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + events + "END:VCALENDAR\r\n";
        var answer = json(manager.postFile("/calendars/" + calendarId + "/import", file.getBytes(UTF_8)));
        assertThat(answer.get("rejected")).isEmpty();
    }

    private static Map<String, List<String>> starts(Client manager, String calendarId, Leap leap) throws Exception {
        var page = manager.get("/schedules?expand=true&limit=500&calendarId=" + calendarId + "&from=" + leap.from()
                + "&till=" + leap.till());
        Map<String, List<String>> starts = new TreeMap<>();
        page.get("items").forEach(item -> {
            String title = item.get("title").asString();
            if (title.startsWith(leap.zone())) {
                starts.computeIfAbsent(title, _ -> new ArrayList<>())
                        .add(item.get("startDateTime").asString());
            }
        });
        starts.values().forEach(Collections::sort);
        return starts;
    }

    /** Some events around one change of the clocks, as a file says them, and the instants that RFC 5545 gives them. */
    private record Leap(String zone, LocalDate day, LocalTime time) {
        static List<Leap> all() {
            return Stream.of(
                            "America/New_York",
                            "Asia/Beirut",
                            "Africa/Cairo",
                            "Australia/Lord_Howe",
                            "Antarctica/Troll",
                            "America/Santiago",
                            "Europe/Vienna")
                    .map(Leap::first)
                    .toList();
        }

        /** In the middle of what the clocks skip next. */
        private static Leap first(String zone) {
            ZoneRules rules = ZoneId.of(zone).getRules();
            ZoneOffsetTransition change = rules.nextTransition(Instant.parse("2028-01-15T00:00:00Z"));
            ZoneOffsetTransition gap = change.isGap() ? change : rules.nextTransition(change.getInstant());
            LocalDateTime middle =
                    gap.getDateTimeBefore().plus(gap.getDuration().dividedBy(2));
            return new Leap(zone, middle.toLocalDate(), middle.toLocalTime());
        }

        /** The leap may be on the first or the last of one. */
        List<String> months() {
            return Stream.of(day.minusDays(2), day, day.plusDays(5))
                    .map(date -> date.withDayOfMonth(1).toString())
                    .distinct()
                    .toList();
        }

        Instant from() {
            return day.minusDays(10).atStartOfDay(ZoneId.of("UTC")).toInstant();
        }

        Instant till() {
            return day.plusDays(10).atStartOfDay(ZoneId.of("UTC")).toInstant();
        }

        String events() {
            return event("starts", 0, "RRULE:FREQ=DAILY;COUNT=3")
                    + event("passes", -1, "RRULE:FREQ=DAILY;COUNT=3")
                    + event("left", -1, "RRULE:FREQ=DAILY;COUNT=3", "EXDATE;TZID=" + zone + ":" + at(0))
                    + event("left-day", -1, "RRULE:FREQ=DAILY;COUNT=3", "EXDATE;VALUE=DATE:" + at(1).substring(0, 8))
                    + event("added-day", -1, "RDATE;VALUE=DATE:" + at(2).substring(0, 8))
                    + event("until", -1, "RRULE:FREQ=DAILY;UNTIL=" + at(1))
                    + event("moved", -1, "RRULE:FREQ=DAILY;COUNT=3")
                    + override("moved", 0, 4)
                    + event("single", 0);
        }

        private String event(String name, int days, String... more) {
            return "BEGIN:VEVENT\r\nUID:%s-%s\r\nSUMMARY:%s %s\r\nDTSTART;TZID=%s:%s\r\nDURATION:PT30M\r\n%sEND:VEVENT\r\n"
                    .formatted(
                            zone,
                            name,
                            zone,
                            name,
                            zone,
                            at(days),
                            Stream.of(more).map(line -> line + "\r\n").collect(Collectors.joining()));
        }

        private String override(String name, int from, int to) {
            return event(name, to, "RECURRENCE-ID;TZID=" + zone + ":" + at(from));
        }

        private String at(int days) {
            return day.plusDays(days).atTime(time).format(DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss"));
        }

        Map<String, List<String>> expected() {
            return new TreeMap<>(Map.of(
                    zone + " starts", instants(0, 1, 2),
                    zone + " passes", instants(-1, 0, 1),
                    zone + " left", instants(-1, 1),
                    zone + " left-day", instants(-1, 0),
                    zone + " added-day", instants(-1, 2),
                    zone + " until", instants(-1, 0, 1),
                    zone + " moved", instants(-1, 1, 4),
                    zone + " single", instants(0)));
        }

        private List<String> instants(int... days) {
            return IntStream.of(days)
                    .mapToObj(after -> day.plusDays(after).atTime(time).atZone(ZoneId.of(zone)))
                    .map(ZonedDateTime::toInstant)
                    .map(Instant::toString)
                    .sorted()
                    .toList();
        }
    }

    private static void importInto(Client manager, String calendarId, String file) throws Exception {
        var answer = manager.postFile("/calendars/" + calendarId + "/import", file.getBytes(UTF_8));
        assertThat(json(answer).get("imported").asInt()).as(answer.body()).isEqualTo(4);
        assertThat(json(answer).get("rejected")).isEmpty();
    }

    /** Once all of it has reached the views, the occurrences of the series too. */
    private static String exportOnce(Client manager, String calendarId) {
        return await().atMost(PATIENCE)
                .until(
                        () -> manager.download(
                                "/calendars/" + calendarId + "/export/monthly",
                                Map.of("format", "ICS", "date", "2021-03-15")),
                        file -> PARTS.stream().allMatch(file::contains));
    }

    private static String meaning(String file) {
        return file.lines()
                .filter(line -> SAID_OF_THE_COPY.stream().noneMatch(line::startsWith))
                .collect(Collectors.joining("\n"));
    }

    private static final String FILE = """
            BEGIN:VCALENDAR
            VERSION:2.0
            BEGIN:VEVENT
            UID:series
            DTSTART;TZID=America/New_York:20210326T023000
            DTEND;TZID=America/New_York:20210326T033000
            RRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=6
            EXDATE;TZID=America/New_York:20210430T023000
            SUMMARY:Night shift; last Friday
            END:VEVENT
            BEGIN:VEVENT
            UID:series
            RECURRENCE-ID;TZID=America/New_York:20210528T023000
            DTSTART;TZID=America/New_York:20210529T023000
            DTEND;TZID=America/New_York:20210529T043000
            SUMMARY:Night shift\\, moved
            END:VEVENT
            BEGIN:VEVENT
            UID:added
            DTSTART:20210304T100000Z
            DTEND:20210304T110000Z
            RDATE:20210311T120000Z
            SUMMARY:Added
            END:VEVENT
            BEGIN:VEVENT
            UID:holiday
            DTSTART;VALUE=DATE:20210308
            DTEND;VALUE=DATE:20210310
            SUMMARY:Holiday
            ATTENDEE;CN=Clara;PARTSTAT=ACCEPTED:mailto:clara@example.org
            X-SEEN-BY:nobody
            BEGIN:VALARM
            ACTION:DISPLAY
            TRIGGER:-PT15M
            END:VALARM
            END:VEVENT
            BEGIN:VEVENT
            UID:single
            DTSTART;TZID=Europe/Berlin:20210302T090000
            DTEND;TZID=Europe/Berlin:20210302T100000
            LOCATION:Stage 2
            CATEGORIES:music
            PRIORITY:3
            SUMMARY:Single
            END:VEVENT
            END:VCALENDAR
            """;
}
