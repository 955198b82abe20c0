package dev.almanac.local.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.local.Suite;
import dev.almanac.local.story.Client;
import dev.almanac.local.story.SharedSuite;
import dev.almanac.terminal.Almanac;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Somebody works with the calendar of the terminal for a while: keys in, screens out. */
@Order(1)
@ExtendWith(SharedSuite.class)
class CalendarScreenIT {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final int CONFLICTS_MAX = 60;

    private final LocalDate day = LocalDate.now(Clock.systemUTC()).plusWeeks(11);

    @TempDir
    Path folder;

    @Test
    void an_operator_looks_books_moves_and_takes_back_in_a_terminal(Suite suite) throws Exception {
        Client ana = new Client(suite, "ana", "manager");
        String annex = filled(ana);
        Map<String, String> environment = Map.of(
                "ALMANAC_URL",
                suite.frontUrl(),
                "ALMANAC_TOKEN",
                ana.token(),
                // A line at a prompt may not be as long as that.
                "CLASSPATH",
                System.getProperty("java.class.path"));
        try (Tmux terminal = Tmux.of80By24(folder, environment)) {
            opens(terminal);
            looksAround(terminal);
            isRefusedAndMovesElsewhere(terminal);
            takesItBack(terminal);
            hasAConflictExplained(terminal);
            books(terminal);
            seesWhatOthersDo(terminal, ana, annex);
            usesTheMouse(terminal);
            changesTheSize(terminal);
            leaves(terminal);
        }
    }

    private String filled(Client ana) throws IOException, InterruptedException {
        String stage = ana.create("/calendars", Client.calendar("Tmux stage", "VENUE", 1));
        String annex = ana.create("/calendars", Client.calendar("Tmux annex", "VENUE", 1));
        String pianist = ana.create("/resources", Map.of("name", "Tmux pianist", "resourceType", "STAFF"));
        ana.create("/schedules", Client.event(stage, "Banquet", at(12), Duration.ofHours(2)));
        ana.create("/schedules", needing(pianist, Client.event(stage, "Concert", at(19), Duration.ofHours(2))));
        ana.create("/schedules", needing(pianist, Client.event(annex, "Recording", at(20), Duration.ofHours(2))));
        return annex;
    }

    private Instant at(int hour) {
        return day.atTime(hour, 0).atZone(BERLIN).toInstant();
    }

    private static Map<String, Object> needing(String resource, Map<String, Object> event) {
        Map<String, Object> more = new HashMap<>(event);
        more.put("resources", List.of(Map.of("resourceId", resource)));
        return more;
    }

    private void opens(Tmux terminal) {
        String java = ProcessHandle.current().info().command().orElse("java");
        String options =
                "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -Dalmanac.terminals=012";
        terminal.type(java + " " + options + " "
                        + Almanac.class.getName() + " calendar --date " + day
                        + " --zone Europe/Berlin --calendar 'Tmux stage' --calendar 'Tmux annex'")
                .press("Enter")
                .shows("[Month]", "3 events", "● live");
    }

    private static void looksAround(Tmux terminal) {
        terminal.press("?").shows("reschedule").press("Escape");
        terminal.press("w").shows("[Week]", "Banquet");
        terminal.press("l").shows("[List]", "12:00–14:00", "Banquet");
        terminal.press("d").shows("[Day]", "›12:00–14:00", "19:00–21:00 !", "Tmux stage");
    }

    private static void isRefusedAndMovesElsewhere(Tmux terminal) {
        terminal.press("Down").shows("›19:00–21:00 !");
        terminal.press("r").shows("Move Concert", "Europe/Berlin");
        terminal.press("Tab").type("12:30").shows("In the way: Banquet");
        terminal.press("Enter").shows("It would be refused");
        terminal.press("BSpace", "BSpace", "BSpace", "BSpace", "BSpace");
        terminal.type("15:30").shows("Free, and it ends 1 conflict");
        terminal.press("Enter").shows("Moved Concert", "15:30–17:30");
    }

    private static void takesItBack(Tmux terminal) {
        terminal.press("u").shows("Event rescheduled: Concert");
        terminal.press("Enter").shows("Taken back", "19:00–21:00 !");
    }

    /** Others have conflicts on the same suite. */
    private static void hasAConflictExplained(Tmux terminal) {
        terminal.press("c").shows("Conflicts:", "moderate");
        for (int row = 0; row < CONFLICTS_MAX && !isOurs(chosen(terminal)); row++) {
            String before = chosen(terminal);
            int rowBefore = rowOf(before, terminal);
            terminal.press("Down");
            // Two conflicts may read alike.
            await().until(() -> !chosen(terminal).equals(before) || rowOf(before, terminal) != rowBefore);
        }
        terminal.press("Enter").shows("both claim Tmux pianist", "Ways out", "1  Move");
        terminal.press("1").shows("End the conflict", "Enter apply");
        terminal.press("Escape").showsNoMore("Enter apply");
        terminal.press("d").shows("[Day]");
    }

    private static String chosen(Tmux terminal) {
        return terminal.screen()
                .lines()
                .filter(line -> line.startsWith("›"))
                .findFirst()
                .orElse("");
    }

    /** Whose id is smaller stands first. */
    private static boolean isOurs(String line) {
        return line.contains("Recording × Concert") || line.contains("Concert × Recording");
    }

    private static int rowOf(String line, Tmux terminal) {
        return terminal.screen().lines().toList().indexOf(line);
    }

    private static void books(Tmux terminal) {
        terminal.press("n").shows("New event").type("Gala").press("Tab").shows("left right: another one");
        for (int step = 0; step < CONFLICTS_MAX && !terminal.screen().contains("Calendar  Tmux annex"); step++) {
            terminal.type("t");
        }
        terminal.shows("Free: nothing is in the way");
        terminal.press("Enter").shows("Booked Gala", "09:00–10:00");
    }

    private void seesWhatOthersDo(Tmux terminal, Client ana, String annex) throws IOException, InterruptedException {
        ana.create("/schedules", Client.event(annex, "Late talk", at(17), Duration.ofHours(1)));

        terminal.shows("17:00–18:00", "Late talk");
    }

    private static void usesTheMouse(Tmux terminal) {
        terminal.press("Home").shows("›09:00–10:00");
        int banquet = terminal.row("Banquet");
        terminal.type(pressed(banquet)).type(released(banquet)).shows("›12:00–14:00");
        int later = terminal.row(" 15:00");
        terminal.type(pressed(terminal.row("Banquet")))
                .type(dragged(later))
                .shows("Banquet to", "15:00")
                .type(released(later));
        terminal.shows("Move Banquet", "Time      15:00").press("Escape").showsNoMore("Move Banquet");
    }

    /** As xterm tells it with SGR coordinates, in a column where titles are. */
    private static String pressed(int row) {
        return "\u001b[<0;40;" + row + "M";
    }

    private static String dragged(int row) {
        return "\u001b[<32;40;" + row + "M";
    }

    private static String released(int row) {
        return "\u001b[<0;40;" + row + "m";
    }

    private static void changesTheSize(Tmux terminal) {
        terminal.resize(120, 40).press("m").shows("[Month]", "5 events");
        terminal.resize(60, 20).shows("Too small: 60×20");
        terminal.resize(80, 24).shows("[Month]", "5 events");
    }

    private static void leaves(Tmux terminal) {
        terminal.press("q").showsNoMore("● live");
        terminal.type("clear; stty -a").press("Enter").shows(" icanon", " echo ");

        assertThat(terminal.screen()).doesNotContain("-icanon", "-echo ");
    }
}
