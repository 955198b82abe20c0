package dev.almanac.local.story;

import static dev.almanac.local.story.Client.calendar;
import static dev.almanac.local.story.Client.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.local.Suite;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
                .contains("DTSTART;VALUE=DATE:20210308");
        assertThat(meaning(exportOnce(manager, copy))).isEqualTo(meaning(exported));
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
