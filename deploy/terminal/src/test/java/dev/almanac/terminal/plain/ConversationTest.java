package dev.almanac.terminal.plain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.terminal.Loopback;
import dev.almanac.terminal.api.Api;
import dev.almanac.terminal.api.Connection;
import dev.almanac.terminal.calendar.Filter;
import dev.almanac.terminal.console.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConversationTest {
    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");

    private final Loopback server = new Loopback()
            .answers("/api/v1/calendars", "{\"items\":[{\"id\":\"hall\",\"name\":\"Great Hall\",\"active\":true}]}")
            .answers("/api/v1/schedules/rules", "{\"items\":[]}")
            .answers("/api/v1/ops/calendar/events", "{\"items\":[]}")
            .answers("/api/v1/calendar/events", """
                    [{"id":"concert","title":"Concert\\u001b[2J","extendedProps":{"calendarId":"hall","status":"SCHEDULED",
                      "conflictLevel":"MODERATE","startDateTime":"2030-06-03T18:00:00Z","endDateTime":"2030-06-03T20:00:00Z"}}]
                    """)
            .answers("/api/v1/what-if", "{\"results\":[{\"status\":200,\"body\":{}}]}")
            .answers("/api/v1/schedules/concert/reschedule", "{\"id\":\"concert\"}");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_day_is_told_in_sentences_that_steer_no_terminal() throws IOException {
        assertThat(said())
                .contains(
                        "Monday 3 June 2030, Europe/Vienna: 1 item.",
                        "1: 20:00 to 22:00, Concert[2J, event, on Great Hall, scheduled, in conflict, moderate.");
    }

    @Test
    void a_move_says_what_it_would_do_and_is_done_after_a_yes() throws IOException {
        assertThat(said("move 1 to 14:30", "yes"))
                .contains("Free: nothing is in the way.", "Say yes to do it, anything else to leave it.");
        assertThat(server.asked())
                .filteredOn(asked -> asked.path().endsWith("/reschedule"))
                .singleElement()
                .satisfies(asked -> assertThat(asked.body()).contains("2030-06-03T14:30"));
    }

    @Test
    void without_a_yes_nothing_is_done() throws IOException {
        assertThat(said("move 1 to 2030-06-04 9", "no")).contains("Left as it is.");
        assertThat(said("move 1 to 9")).contains("Left as it is.");
        assertThat(server.asked()).noneMatch(asked -> asked.path().endsWith("/reschedule"));
    }

    @Test
    void what_is_not_understood_is_said_so() throws IOException {
        assertThat(said("dance", "move", "move 7 to 9", "move 1 to noon", "day whenever", "pause 1"))
                .contains(
                        "Nobody knows what dance is here: help lists what can be said.",
                        "Say a number from 1 to 1 after move.",
                        "Say: move 3 to 14:30, or: move 3 to 2030-06-03 14:30.",
                        "That is no date: try 2030-06-03, tomorrow, fri or +7.",
                        "That is no run.");
    }

    @Test
    void a_week_is_numbered_through() throws IOException {
        assertThat(said("week")).anyMatch(line -> line.startsWith("7: 20:00 to 22:00"));
    }

    @Test
    void what_the_services_refuse_ends_no_conversation() throws IOException {
        assertThat(said("conflicts", "help", "quit", "never read"))
                .contains("Nothing here", "help. quit.")
                .noneMatch(line -> line.contains("never"));
    }

    private List<String> said(String... lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        Clock clock = Clock.fixed(Instant.parse("2030-06-01T10:00:00Z"), VIENNA);
        Surroundings surroundings = new Surroundings(
                Map.of(),
                new ByteArrayInputStream(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)),
                stream,
                stream,
                false,
                false,
                100,
                clock);
        Api api = new Api(new Connection(server.uri(), () -> "token", clock));
        new Conversation(api, surroundings, VIENNA, Filter.ALL).about(LocalDate.of(2030, 6, 3));
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
