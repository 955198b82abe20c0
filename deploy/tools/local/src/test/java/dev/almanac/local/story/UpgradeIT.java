package dev.almanac.local.story;

import static dev.almanac.local.story.Client.encoded;
import static dev.almanac.local.story.Client.event;
import static dev.almanac.local.story.EarlierStory.HOUR;
import static dev.almanac.local.story.EarlierStory.NINE;
import static dev.almanac.local.story.EarlierStory.dues;
import static dev.almanac.local.story.EarlierStory.items;
import static dev.almanac.local.story.EarlierStory.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.backup.Backup;
import dev.almanac.backup.BackupFailure;
import dev.almanac.backup.Stores;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceDue;
import dev.almanac.local.Options;
import dev.almanac.local.Ports;
import dev.almanac.local.Suite;
import dev.almanac.local.machine.Folders;
import dev.almanac.local.postgres.Postgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * What an earlier build has kept is taken up by this one. Then all stores are lost, and what this one has kept comes back: a suite
 * takes most of a minute to start, and the one that was upgraded is as good as any to be backed up.
 */
@Order(0)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UpgradeIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final List<String> SERVICES =
            List.of("front", "query-service", "rule-expander", "conflict-detector", "command-service");

    /** Fields of answers that the earlier build did not have yet, each with what readers do without. */
    static final Set<String> ADDED = Set.of();

    /** Views drop what people were told after 90 days, and runs after 30. */
    private static final Duration TOLD_FOR = Duration.ofDays(80);

    private static final Duration RUNS_FOR = Duration.ofDays(28);
    private static final Set<String> OF_RUNS = Set.of("runs", "lastRun");

    @TempDir
    static Path folder;

    private @Nullable Suite upgraded;
    private Earlier earlier;

    @BeforeAll
    void restore_what_the_earlier_build_has_kept() throws Exception {
        earlier = Earlier.kept();
        Path backup = folder.resolve("earlier");
        Earlier.unpackTo(backup);
        Path data = folder.resolve("first");
        Earlier.keyIn(data);
        Suite suite = Suite.of(Options.of(data, Ports.free()), _ -> {});
        upgraded = suite;
        suite.startStores();
        Backup.restore(stores(suite), backup, (short) 1);
        decidedJustNow(suite, id("undoable"));
        suite.startServices();
    }

    @AfterAll
    void stop() {
        if (upgraded != null) {
            upgraded.close();
        }
    }

    @Test
    @Order(1)
    void what_an_earlier_build_has_kept_is_answered_as_it_was_and_everything_goes_on() throws Exception {
        Suite suite = running();
        Users users = new Users(suite.frontUrl(), suite.issuerUrl());
        Map<String, JsonNode> then = stillTold();
        Set<String> passing = isOlderThan(RUNS_FOR) ? OF_RUNS : Set.of();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(EarlierAnswers.differences(
                                then, EarlierAnswers.of(users, then.keySet()), ADDED, passing))
                        .as("differences to what commits %s answered", earlier.commits())
                        .isEmpty());
        Verified.everyViewIn(suite);

        Client ana = users.of("ana", "manager");
        ok(ana.post("/changes/" + id("undoable") + "/undo", Map.of()));
        assertThat(ana.get("/schedules/" + id("rehearsal") + "/history").toString())
                .contains("\"undoneBy\":\"");
        ok(ana.post("/webhooks/" + id("webhook") + "/rotate-secret", Map.of()));
        goesOn(suite, ana, "recording", 3);
    }

    @Test
    @Order(2)
    void what_was_acknowledged_is_there_again_after_all_stores_were_lost_and_everything_goes_on() throws Exception {
        Path backup = folder.resolve("backup");
        Path keys = folder.resolve("keys");
        Map<String, JsonNode> before;
        Fingerprint kept;
        long position;
        try (Suite suite = running()) {
            assumeThat(suite.part("query-service").isReady()).isTrue();
            Users users = new Users(suite.frontUrl(), suite.issuerUrl());
            assertThatThrownBy(() -> Backup.take(stores(suite), folder.resolve("too-early"), now(), Duration.ZERO))
                    .isInstanceOf(BackupFailure.class)
                    .hasMessageContaining("stop the services first");
            before = EarlierAnswers.of(users, EarlierAnswers.questions(earlier.ids()));
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

            Users users = new Users(suite.frontUrl(), suite.issuerUrl());
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(EarlierAnswers.of(users, before.keySet()))
                            .isEqualTo(before));
            goesOn(suite, users.of("ana", "manager"), "Beamer 2", 4);
            Verified.everyViewIn(suite);
            assertThatThrownBy(() -> Backup.restore(stores(suite), backup, (short) 1))
                    .isInstanceOf(BackupFailure.class)
                    .hasMessageContaining("empty database");
        }
    }

    /**
     * Positions, claims, conflicts and runs go on where they were.
     *
     * @param partOfConflict an event that has one, and is moved out of it
     * @param runs of the rule, with the one that is asked for here
     */
    private void goesOn(Suite suite, Client ana, String partOfConflict, int runs) throws Exception {
        Instant free = NINE.plus(Duration.ofDays(60 + runs));
        ana.create("/schedules", event(id("hall"), "Ball", free, HOUR));
        assertThat(ana.post("/schedules", event(id("hall"), "Banquet", free, HOUR))
                        .statusCode())
                .isEqualTo(409);
        assertThat(ana.post("/schedules", event(id("hall"), "Beside the concert", NINE, HOUR))
                        .statusCode())
                .isEqualTo(409);
        int resolved = items(ana, "/schedules/conflicts?status=RESOLVED").size();
        ok(EarlierStory.move(ana, id(partOfConflict), free.plus(HOUR.multipliedBy(3))));
        await().atMost(PATIENCE)
                .until(() -> items(ana, "/schedules/conflicts?status=RESOLVED").size() == resolved + 1);
        EarlierStory.isRun(ana, id("rule"));
        List<OccurrenceDue> due = await().atMost(PATIENCE)
                .until(() -> dues(suite.kafkaServers(), id("rule")), found -> found.size() >= runs);
        assertThat(due).hasSize(runs);
        ok(ana.post("/runs/" + encoded(due.getLast().occurrenceId()) + "/succeeded", Map.of("attempt", 1)));
        // What lies in the past was decided before, and is decided once.
        for (String rule : List.of("rule", "nightly")) {
            assertThat(dues(suite.kafkaServers(), id(rule)).stream().map(OccurrenceDue::occurrenceId))
                    .doesNotHaveDuplicates();
        }
    }

    private Suite running() {
        return Objects.requireNonNull(upgraded);
    }

    private String id(String name) {
        return Objects.requireNonNull(earlier.ids().get(name), name);
    }

    private Map<String, JsonNode> stillTold() {
        Map<String, JsonNode> answers = new LinkedHashMap<>(earlier.answers());
        if (isOlderThan(TOLD_FOR)) {
            answers.keySet().removeIf(question -> question.contains("/notifications"));
        }
        return answers;
    }

    private boolean isOlderThan(Duration age) {
        return earlier.takenAt().plus(age).isBefore(now());
    }

    /** A change can be undone for five minutes, and what an earlier build has kept is older. */
    private static void decidedJustNow(Suite suite, String changeId) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(suite.postgresUrl(), Postgres.USER, Postgres.PASSWORD);
                PreparedStatement update = connection.prepareStatement(
                        "update domain_event_entry set time_stamp = ? where event_identifier = ?")) {
            update.setString(1, now().toString());
            update.setString(2, changeId);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    static Stores stores(Suite suite) {
        return new Stores(suite.postgresUrl(), Postgres.USER, Postgres.PASSWORD, suite.kafkaServers(), Map.of());
    }

    private static Instant now() {
        return Clock.systemUTC().instant();
    }
}
