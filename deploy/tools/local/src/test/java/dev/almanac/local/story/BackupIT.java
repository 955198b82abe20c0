package dev.almanac.local.story;

import static dev.almanac.local.story.Client.calendar;
import static dev.almanac.local.story.Client.encoded;
import static dev.almanac.local.story.Client.event;
import static dev.almanac.local.story.Client.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.almanac.backup.Backup;
import dev.almanac.backup.BackupFailure;
import dev.almanac.backup.Stores;
import dev.almanac.events.Change;
import dev.almanac.events.Recorded;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceDue;
import dev.almanac.events.wire.Topic;
import dev.almanac.local.Options;
import dev.almanac.local.Ports;
import dev.almanac.local.Suite;
import dev.almanac.local.machine.Folders;
import dev.almanac.local.postgres.Postgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** All stores are lost, and come back from a backup; views are built from what came back. */
class BackupIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final List<String> SERVICES =
            List.of("front", "query-service", "rule-expander", "conflict-detector", "command-service");

    private final LocalDate day = LocalDate.now(Clock.systemUTC()).plusWeeks(3);
    private final Instant nine = day.atTime(9, 0).toInstant(ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void what_was_acknowledged_is_there_again_after_all_stores_were_lost_and_everything_goes_on() throws Exception {
        Path backup = folder.resolve("backup");
        Path keys = folder.resolve("keys");
        Booked booked;
        Map<String, Object> before;
        Fingerprint kept;
        long position;
        try (Suite suite = Suite.of(Options.of(folder.resolve("first"), Ports.free()), _ -> {})) {
            suite.start();
            Client ana = new Client(suite, "ana", "manager");
            booked = book(suite, ana);
            assertThatThrownBy(() -> Backup.take(stores(suite), folder.resolve("too-early"), now()))
                    .isInstanceOf(BackupFailure.class)
                    .hasMessageContaining("stop the services first");
            before = answers(ana, booked);
            for (String service : SERVICES) {
                suite.stop(service);
            }
            kept = Fingerprint.of(suite);
            position = Backup.take(stores(suite), backup, now());
        }
        Files.move(folder.resolve("first/secrets"), keys);
        Folders.delete(folder.resolve("first"));

        Path second = folder.resolve("second");
        Files.createDirectories(second);
        Files.move(keys, second.resolve("secrets"));
        try (Suite suite = Suite.of(Options.of(second, Ports.free()), _ -> {})) {
            suite.startStores();
            assertThat(Backup.restore(stores(suite), backup, (short) 1)).isEqualTo(position);
            assertThat(Fingerprint.of(suite)).isEqualTo(kept);
            suite.startServices();

            Client ana = new Client(suite, "ana", "manager");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(answers(ana, booked)).isEqualTo(before));
            goesOn(suite, ana, booked);
            // What lies in the past was decided before, and is decided once.
            assertThat(dues(suite, booked.rule()).stream().map(OccurrenceDue::occurrenceId))
                    .doesNotHaveDuplicates();
            assertThat(json(ana.post("/ops/projections/verify", Map.of()))).isNotNull();
            assertThatThrownBy(() -> Backup.restore(stores(suite), backup, (short) 1))
                    .isInstanceOf(BackupFailure.class)
                    .hasMessageContaining("empty database");
        }
    }

    private record Booked(String hall, String studio, String concert, String recording, String series, String rule) {}

    private Booked book(Suite suite, Client ana) throws Exception {
        String hall = ana.create("/calendars", calendar("Hall", "VENUE", 1));
        String studio = ana.create("/calendars", calendar("Studio", "VENUE", 1));
        String clara = ana.create("/resources", Map.of("name", "Clara", "resourceType", "STAFF"));
        List<Map<String, String>> needsClara = List.of(Map.of("resourceId", clara));
        Map<String, Object> concert = event(hall, "Concert", nine, HOUR);
        concert.put("resources", needsClara);
        String concertId = ana.create("/schedules", concert);
        Map<String, Object> recording = event(studio, "Recording", nine.plusSeconds(1800), HOUR);
        recording.put("resources", needsClara);
        String recordingId = ana.create("/schedules", recording);
        Map<String, Object> course = event(hall, "Course", nine.plus(5, ChronoUnit.HOURS), HOUR);
        course.put("recurrence", Map.of("pattern", Map.of("type", "WEEKLY", "occurrenceCount", 5)));
        String series = ana.create("/schedules", course);
        String rule = ana.create(
                "/schedules/rules",
                Map.of(
                        "name",
                        "Backup",
                        "recurrence",
                        Map.of("cron", "0 3 * * *"),
                        "timeZone",
                        "Europe/Berlin",
                        "queue",
                        "night",
                        "jobTemplate",
                        Map.of("type", "backup")));
        assertThat(ana.post("/schedules/rules/" + rule + "/run-now", Map.of()).statusCode())
                .isEqualTo(200);
        await().atMost(PATIENCE).until(() -> dues(suite, rule), found -> found.size() == 1);
        String run = dues(suite, rule).getFirst().occurrenceId();
        assertThat(ana.post("/runs/" + encoded(run) + "/succeeded", Map.of("attempt", 1))
                        .statusCode())
                .isEqualTo(202);
        await().atMost(PATIENCE)
                .until(
                        () -> ana.get("/schedules/rules/" + rule)
                                .at("/outcomes/succeeded")
                                .asInt(),
                        succeeded -> succeeded == 1);
        await().atMost(PATIENCE).until(() -> conflicts(ana, "DETECTED").size(), found -> found == 1);
        return new Booked(hall, studio, concertId, recordingId, series, rule);
    }

    private Map<String, Object> answers(Client ana, Booked booked) throws Exception {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (String path : List.of(
                "/calendars",
                "/resources",
                "/calendars/" + booked.hall() + "/monthly?date=" + day,
                "/calendars/" + booked.studio() + "/monthly?date=" + day,
                "/schedules?limit=500",
                "/schedules/" + booked.concert(),
                "/schedules/" + booked.concert() + "/history",
                "/schedules/" + booked.series(),
                "/schedules/conflicts",
                "/schedules/rules/" + booked.rule(),
                "/schedules/rules/" + booked.rule() + "/history",
                "/audit?limit=500")) {
            answers.put(path, ana.get(path));
        }
        return answers;
    }

    /** Positions, claims, conflicts and runs go on where they were. */
    private void goesOn(Suite suite, Client ana, Booked booked) throws Exception {
        var refused = ana.post("/schedules", event(booked.hall(), "Banquet", nine, HOUR));
        assertThat(refused.statusCode()).isEqualTo(409);
        var moved = ana.post(
                "/schedules/" + booked.recording() + "/reschedule",
                Map.of("newStartDateTime", nine.plus(3, ChronoUnit.HOURS).toString()));
        assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
        await().atMost(PATIENCE).until(() -> conflicts(ana, "RESOLVED").size(), found -> found == 1);
        assertThat(ana.post("/schedules/rules/" + booked.rule() + "/run-now", Map.of())
                        .statusCode())
                .isEqualTo(200);
        await().atMost(PATIENCE).until(() -> dues(suite, booked.rule()), found -> found.size() == 2);
    }

    private static List<JsonNode> conflicts(Client ana, String status) throws Exception {
        List<JsonNode> conflicts = new ArrayList<>();
        ana.get("/schedules/conflicts?status=" + status).get("items").forEach(conflicts::add);
        return conflicts;
    }

    private static List<OccurrenceDue> dues(Suite suite, String rule) {
        return TopicReader.read(suite.kafkaServers(), Topic.OCCURRENCES).stream()
                .map(Recorded<Change>::change)
                .filter(OccurrenceDue.class::isInstance)
                .map(OccurrenceDue.class::cast)
                .filter(due -> due.seriesId().equals(rule))
                .toList();
    }

    private static Stores stores(Suite suite) {
        return new Stores(suite.postgresUrl(), Postgres.USER, Postgres.PASSWORD, suite.kafkaServers(), Map.of());
    }

    private static Instant now() {
        return Clock.systemUTC().instant();
    }
}
