package dev.almanac.local.story;

import static dev.almanac.local.story.Client.calendar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.local.Suite;
import dev.almanac.local.story.Shell.Begun;
import dev.almanac.local.story.Shell.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;

/** An operator books, is refused, asks first, takes back, carries a calendar over in a file and watches, all from a shell. */
final class TerminalStory {
    private static final Duration AT_MOST = Duration.ofSeconds(30);

    private final Client ana;
    private final Shell shell;
    private final Path folder;
    private final LocalDate day = LocalDate.now(Clock.systemUTC()).plusWeeks(9);

    TerminalStory(Suite suite, Path folder) throws IOException, InterruptedException {
        this.ana = new Client(suite, "ana", "manager");
        this.shell = new Shell(suite, ana.token(), folder);
        this.folder = folder;
    }

    void isTold() throws Exception {
        opens("Shell stage");
        opens("Shell annex");
        String technician = ana.create("/resources", Map.of("name", "Shell technician", "resourceType", "STAFF"));

        String rehearsal = booked("Shell stage", "Rehearsal", technician);
        refusedForWhoIsInTheWay();
        movesOnlyOnceItIsMeant(rehearsal);
        undoes(rehearsal);
        conflictsAreFound(technician);
        carriesACalendarOver();
        watches();
        listsAreReadable();
    }

    /** Hers, so that she may read what was done on it. */
    private void opens(String name) throws IOException, InterruptedException {
        Map<String, Object> calendar = calendar(name, "VENUE", 1);
        calendar.put("ownerId", "ana");
        ana.create("/calendars", calendar);
    }

    private String booked(String calendar, String title, String resource) throws IOException, InterruptedException {
        Said said = shell.run("book", calendar, title, day + " 10:00", "11:00", "--resource", resource, "--json")
                .ends(0);
        return said.json().get("id").asString();
    }

    private void refusedForWhoIsInTheWay() throws IOException, InterruptedException {
        Said refused = shell.run("book", "Shell stage", "Interview", day + " 10:30", "11:30")
                .ends(3);

        assertThat(refused.err()).contains("SCH-023", "Rehearsal", "Europe/Berlin");
        assertThat(refused.out()).isEmpty();
    }

    private void movesOnlyOnceItIsMeant(String id) throws IOException, InterruptedException {
        assertThat(shell.run("move", id, "15:00", "--dry-run").ends(0).out()).contains("nothing was written");
        assertThat(start(id)).isEqualTo(day + "T10:00");

        shell.run("move", id, "15:00").ends(0);
        assertThat(start(id)).isEqualTo(day + "T15:00");
    }

    private void undoes(String id) throws IOException, InterruptedException {
        shell.run("undo").ends(0);
        assertThat(start(id)).isEqualTo(day + "T10:00");
    }

    private void conflictsAreFound(String technician) throws IOException, InterruptedException {
        booked("Shell annex", "Sound check", technician);
        String from = day.toString();
        String till = day.plusDays(1).toString();
        await().atMost(AT_MOST)
                .untilAsserted(() -> assertThat(shell.run("conflicts", "--from", from, "--till", till, "--json")
                                .ends(0)
                                .json()
                                .at("/items/0/resourceId")
                                .asString(""))
                        .isEqualTo(technician));
        String conflict = shell.run("conflicts", "--from", from, "--till", till, "--json")
                .json()
                .at("/items/0/id")
                .asString();

        assertThat(shell.run("conflicts", conflict).ends(0).out()).contains("\"Rehearsal\"", "\"Sound check\"");
    }

    private void carriesACalendarOver() throws IOException, InterruptedException {
        opens("Shell archive");
        Path file = folder.resolve("stage.ics");
        shell.run("export", "Shell stage", "--date", day.toString(), "-o", file.toString())
                .ends(0);
        assertThat(Files.readString(file)).contains("SUMMARY:Rehearsal");

        Said imported = shell.runWith(file, "import", "Shell archive", "-").ends(0);

        assertThat(imported.out()).contains("1 event imported to Shell archive");
        assertThat(shell.run("events", "Shell archive", "--from", day.toString())
                        .ends(0)
                        .out())
                .contains("Rehearsal", "10:00");
    }

    private void watches() throws IOException, InterruptedException {
        Begun tail = shell.begin("tail", "Shell annex", "--type", "EventScheduledOnCalendar", "--count", "1", "--json");
        await().atMost(AT_MOST).until(() -> tail.told().contains("follows"));

        shell.run("book", "Shell annex", "Talk", day + " 20:00", "--for", "1h").ends(0);

        assertThat(tail.ended().ends(0).json().get("actor").asString()).isEqualTo("ana");
    }

    private void listsAreReadable() throws IOException, InterruptedException {
        shell.run("rules", "--json").ends(0);
        assertThat(shell.run("runs", "--json").ends(0).json().has("items")).isTrue();
        assertThat(shell.run("audit", "--calendar", "Shell stage", "--actor", "ana")
                        .ends(0)
                        .out())
                .contains("EventRescheduled", "OverbookingPreventedBySystem");
        shell.run("events", "No such calendar").ends(5);
    }

    private String start(String id) throws IOException, InterruptedException {
        return shell.run("events", "Shell stage", "--from", day.toString(), "--json")
                .ends(0)
                .json()
                .path("items")
                .valueStream()
                .filter(event -> event.path("id").asString("").equals(id))
                .map(event -> event.get("localStart").asString().substring(0, 16))
                .findFirst()
                .orElse("");
    }
}
