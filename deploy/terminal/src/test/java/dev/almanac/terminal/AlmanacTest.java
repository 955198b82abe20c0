package dev.almanac.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.terminal.api.Json;
import dev.almanac.terminal.console.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AlmanacTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T13:30:00Z"), ZoneId.of("Europe/Vienna"));
    private static final String HALL = "{\"items\":[{\"id\":\"1\",\"name\":\"Hall\",\"timeZone\":\"Europe/Vienna\"}]}";
    private static final String EVENTS = """
            {"items":[{"id":"7","calendarId":"1","title":"Matinee\\u001b[2J","status":"SCHEDULED","timeZone":"Europe/Vienna",
             "startDateTime":"2026-12-06T10:00:00Z","endDateTime":"2026-12-06T11:00:00Z","later":"field"}]}
            """;

    private final Loopback server = new Loopback();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void events_are_a_table_on_the_clocks_of_their_calendar() {
        server.answers("/api/v1/calendars", HALL).answers("/api/v1/schedules", EVENTS);

        assertThat(run("events", "hall", "--days", "30")).isZero();

        assertThat(said(out).lines())
                .containsExactly(
                        "WHEN (Europe/Vienna)        TITLE    CALENDAR  STATUS     ID",
                        "Sun 2026-12-06 11:00\u201312:00  Matinee  Hall      scheduled  7");
        assertThat(server.last().query()).contains("calendarId=1", "expand=true", "from=2026-11-24T23%3A00%3A00Z");
    }

    @Test
    void a_script_gets_what_the_api_answered_fields_of_later_releases_too() {
        server.answers("/api/v1/schedules", EVENTS);

        assertThat(run("events", "--json")).isZero();

        assertThat(Json.read(said(out)).at("/items/0/later").asString()).isEqualTo("field");
        assertThat(Json.read(said(out)).path("more").asBoolean(true)).isFalse();
    }

    @Test
    void a_booking_is_sent_as_it_was_written_on_the_clocks_of_its_calendar() {
        server.answers("/api/v1/calendars", HALL).answers("/api/v1/schedules", 201, """
                {"id":"7","changeId":"c","position":1,"version":0,"undoableUntil":"2026-11-25T13:35:00Z"}
                """);

        assertThat(run("book", "Hall", "Matinee", "tomorrow 11:00", "--for", "90m"))
                .isZero();

        var sent = Json.read(server.last().body());
        assertThat(sent.path("startDateTime").asString()).isEqualTo("2026-11-26T11:00");
        assertThat(sent.path("endDateTime").asString()).isEqualTo("2026-11-26T12:30");
        assertThat(sent.path("timeZone").asString()).isEqualTo("Europe/Vienna");
        assertThat(said(out)).contains("booked \"Matinee\" on Hall", "almanac undo c");
    }

    @Test
    void what_would_be_refused_is_not_written_and_ends_as_a_refusal() {
        server.answers("/api/v1/calendars", HALL).answers("/api/v1/what-if", """
                {"detected":[],"cleared":[],"overbookings":[],"results":[{"status":409,"body":{"title":"Slot is full",
                 "detail":"It is full","rule":"SCH-023","conflictingEvents":[{"title":"Tour",
                 "startDateTime":"2026-11-26T10:00:00Z","endDateTime":"2026-11-26T11:00:00Z"}]}}]}
                """);

        assertThat(run("book", "Hall", "Matinee", "tomorrow 11:00", "12:00", "--dry-run"))
                .isEqualTo(3);

        assertThat(said(out).lines())
                .containsExactly(
                        "would be refused: It is full (SCH-023)",
                        "  in the way: Tour Thu 2026-11-26 11:00\u201312:00 (Europe/Vienna)");
        assertThat(server.asked()).extracting(Loopback.Asked::path).doesNotContain("/api/v1/schedules");
    }

    @ParameterizedTest
    @CsvSource({"400, 2", "401, 4", "403, 4", "404, 5", "409, 3", "410, 5", "412, 3", "422, 3", "500, 1"})
    void how_it_ends_says_what_kind_of_no_it_was(int status, int code) {
        server.answers(
                "/api/v1/calendars", status, "{\"title\":\"No\",\"detail\":\"Not so\",\"status\":" + status + "}");

        assertThat(run("calendars")).isEqualTo(code);
        assertThat(said(err)).isEqualTo("almanac: Not so\n");
        assertThat(said(out)).isEmpty();
    }

    @Test
    void a_script_reads_why_it_was_refused() {
        server.answers("/api/v1/calendars", 403, "{\"title\":\"No\",\"type\":\"urn:scheduling:problem:forbidden\"}");

        assertThat(run("calendars", "--json")).isEqualTo(4);
        assertThat(Json.read(said(out)).path("type").asString()).isEqualTo("urn:scheduling:problem:forbidden");
    }

    @Test
    void nobody_there_is_unreachable() {
        server.close();

        assertThat(run("calendars")).isEqualTo(6);
        assertThat(said(err)).contains(server.uri().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "evens",
        "events --zone=Nowhere/None",
        "events --from=soon",
        "book Hall Matinee 11:00",
        "events --days=x"
    })
    void what_is_not_understood_is_said_in_few_lines(String line) {
        server.answers("/api/v1/calendars", HALL);

        assertThat(run(line.split(" "))).isEqualTo(2);
        assertThat(said(err)).startsWith("almanac: ");
        assertThat(said(err).lines().count()).isLessThan(4);
    }

    @Test
    void a_file_that_is_imported_says_what_was_rejected(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.ics"), "BEGIN:VCALENDAR\nEND:VCALENDAR\n");
        server.answers("/api/v1/calendars", HALL).answers("/api/v1/calendars/1/import", """
                {"imported":2,"rejected":[{"uid":"u","line":4,"reason":"it ends before it starts"}]}
                """);

        assertThat(run("import", "Hall", file.toString())).isEqualTo(3);

        assertThat(server.last().body()).isEqualTo("BEGIN:VCALENDAR\nEND:VCALENDAR\n");
        assertThat(said(out)).contains("2 events imported to Hall", "it ends before it starts");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_command_says_how_it_is_used_and_stands_in_the_manual_and_the_completion(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(said(out)).startsWith("Usage: almanac " + command);

        out.reset();
        run("man");
        assertThat(said(out)).contains(".SS \"almanac " + command);

        out.reset();
        run("completion", "bash");
        assertThat(said(out)).contains(command);
    }

    static Set<String> commands() {
        Set<String> names = new LinkedHashSet<>(Subcommands.neededFor().keySet());
        names.removeAll(Set.of("warm-up", "help"));
        return names;
    }

    @Test
    void shells_understand_the_completion(@TempDir Path folder) throws Exception {
        run("completion", "bash");
        Path script = Files.write(folder.resolve("almanac.bash"), out.toByteArray());

        Process bash =
                new ProcessBuilder("bash", "-n", script.toString()).inheritIO().start();

        assertThat(bash.waitFor()).isZero();
    }

    @Test
    void the_warm_up_goes_through_without_anybody() {
        assertThat(run("warm-up")).isZero();
        assertThat(said(out)).isEmpty();
        assertThat(said(err)).isEmpty();
    }

    private int run(String... arguments) {
        return Almanac.commandLine(surroundings(), arguments).execute(arguments);
    }

    private Surroundings surroundings() {
        return new Surroundings(
                Map.of("ALMANAC_URL", server.uri().toString(), "ALMANAC_TOKEN", "secret"),
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                false,
                false,
                100,
                CLOCK);
    }

    private static String said(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
