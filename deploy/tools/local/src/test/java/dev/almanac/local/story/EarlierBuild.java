package dev.almanac.local.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.backup.Backup;
import dev.almanac.local.Options;
import dev.almanac.local.Ports;
import dev.almanac.local.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Makes what {@link UpgradeIT} takes up: earlier builds, one after the other on the same folder, are told {@link EarlierStory};
 * then this one opens it. No test of the build: run it with {@code deploy/tools/taken-up-from}.
 */
class EarlierBuild {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration QUIET = Duration.ofSeconds(3);
    private static final int FIRST_PORT = 23_400;

    /** Of each build that has opened the folder. */
    private final List<String> commits = new ArrayList<>();

    private final Options options = Options.of(newFolder(), Ports.from(FIRST_PORT));
    private final Map<String, String> ids = new TreeMap<>();

    @Test
    void its_answers_and_a_backup_are_kept_and_its_folder_goes_on_with_this_build_and_back() throws Exception {
        Path backup = Files.createTempDirectory("almanac-earlier").resolve("backup");
        Earlier.keyIn(options.data());
        String[] builds =
                requireNonNull(System.getenv("ALMANAC_EARLIER_BUILDS")).split(" ", -1);
        if (builds.length > 1) {
            on(Path.of(builds[0]), users -> story(users).bookings());
        }
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        on(Path.of(builds[builds.length - 1]), users -> {
            if (builds.length == 1) {
                story(users).bookings();
            }
            story(users).people();
            answers.putAll(atRest(users, EarlierAnswers.questions(ids)));
        });
        Earlier earlier =
                new Earlier(commits, Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS), ids, answers);
        try (Suite suite = Suite.of(options, _ -> {})) {
            suite.startStores();
            Backup.take(UpgradeIT.stores(suite), backup, earlier.takenAt());
            earlier.writeTo(Path.of(requireNonNull(System.getenv("ALMANAC_EARLIER_KEPT"))), backup);
            suite.startServices();
            Users users = new Users(suite.frontUrl(), suite.issuerUrl());
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(differences(earlier, users)).isEmpty());
            Verified.everyViewIn(suite);
        }
        assertThat(answers.values())
                .as("what everybody may see")
                .noneMatch(answer -> answer.path("type").asString("").contains(":problem:"));
        on(
                Path.of(builds[builds.length - 1]),
                users -> await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(differences(earlier, users))
                                .as("the way back")
                                .isEmpty()));
    }

    private EarlierStory story(Users users) {
        return new EarlierStory(users, "127.0.0.1:" + options.ports().kafka(), ids);
    }

    private static List<String> differences(Earlier earlier, Users users) throws Exception {
        return EarlierAnswers.differences(
                earlier.answers(), EarlierAnswers.of(users, earlier.answers().keySet()), UpgradeIT.ADDED, Set.of());
    }

    private interface Told {
        void by(Users users) throws Exception;
    }

    /** Starts the build as people do, and stops it once it was told. */
    private void on(Path build, Told told) throws Exception {
        commits.add(commit(build));
        Path log = build.resolve("up.log");
        Process up = new ProcessBuilder(
                        build.resolve("up").toString(),
                        "--data",
                        options.data().toString(),
                        "--ports-from",
                        Integer.toString(FIRST_PORT))
                .directory(build.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> Files.readString(log).contains("Ctrl-C stops everything"));
            told.by(new Users(
                    "http://localhost:" + options.ports().front(),
                    "http://localhost:" + options.ports().issuer()));
        } finally {
            up.destroy();
            up.waitFor(2, TimeUnit.MINUTES);
        }
    }

    /** Once nothing follows any more from what was told. */
    private static Map<String, JsonNode> atRest(Users users, List<String> questions) throws Exception {
        Map<String, JsonNode> before = EarlierAnswers.of(users, questions);
        for (int again = 0; again < 20; again++) {
            Thread.sleep(QUIET);
            Map<String, JsonNode> now = EarlierAnswers.of(users, questions);
            if (now.equals(before)) {
                return now;
            }
            before = now;
        }
        throw new AssertionError("the answers keep changing");
    }

    private static String commit(Path build) throws IOException {
        Process git = new ProcessBuilder("git", "-C", build.toString(), "rev-parse", "--short=8", "HEAD").start();
        return new String(git.getInputStream().readAllBytes(), UTF_8).strip();
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("almanac-earlier");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
