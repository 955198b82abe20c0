package dev.almanac.local.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.occurrence.OccurrenceChange;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceDue;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceFailed;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceMissed;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceSkipped;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceSucceeded;
import dev.almanac.events.rule.RuleChange.RuleCreated;
import dev.almanac.events.rule.RuleProfile;
import dev.almanac.events.run.RunReport;
import dev.almanac.events.wire.ChangeSerde;
import dev.almanac.events.wire.Topic;
import dev.almanac.local.Options;
import dev.almanac.local.Ports;
import dev.almanac.local.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * While runs of fifty rules are due every second, the rule-expander is killed at random moments, and the broker once. The
 * checker knows what the pure expansion says.
 */
@Order(0)
class RunFaultIT {
    private static final int KILLS = 3;
    /** How many runs a worker may be told of until the next kill. */
    private static final int RUNS_UNTIL_KILLED = 30;

    /** Of so many runs that are missing, a failure tells the history. */
    private static final int SHOWN = 5;

    private static final int COMPLAINTS_MAX = 50;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Clock clock = Clock.systemUTC();
    private final Random moments = new Random(KILLS);
    private final Ports ports = Ports.free();
    private final Instant created = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    private final Map<String, RuleProfile> rules = BusyRules.from(created);

    @TempDir
    Path folder;

    @Test
    void what_is_due_is_told_once_and_has_one_outcome_whatever_is_killed() throws Exception {
        try (Suite suite = Suite.of(Options.of(folder, ports), _ -> {})) {
            suite.startStores();
            createRules(suite);
            suite.startService("rule-expander");
            try (RunWorker worker = new RunWorker(suite.kafkaServers())) {
                for (int i = 0; i < KILLS; i++) {
                    afterSomeRuns(worker);
                    suite.kill("rule-expander");
                    suite.restart("rule-expander");
                }
                afterSomeRuns(worker);
                suite.kill("kafka");
                suite.restart("kafka");
                afterSomeRuns(worker);
                Instant end = clock.instant();
                awaitUntilAllHaveEnded(suite, worker, end);
                equalsThePureExpansion(suite, end);
                assertThat(account("unaccounted")).isZero();
            }
        }
    }

    private void createRules(Suite suite) {
        try (var producer = new KafkaProducer<>(
                // The partitions are being made: a broker may refuse the first batch and take the second.
                Map.<String, Object>of(
                        "bootstrap.servers", suite.kafkaServers(), "max.in.flight.requests.per.connection", 1),
                new StringSerializer(),
                new ChangeSerde<>(Change.class))) {
            rules.forEach((id, rule) -> {
                ChangeMetadata metadata = new ChangeMetadata(id, "test", created, 0, 0, "ana", id, id);
                RuleCreated change = new RuleCreated(id, rule, created, "ana");
                var _ = producer.send(new ProducerRecord<>(Topic.RULES_V1, id, Recorded.of(change, metadata)));
            });
        }
    }

    private void afterSomeRuns(RunWorker worker) throws Exception {
        int reached = worker.seen() + 1 + moments.nextInt(RUNS_UNTIL_KILLED);
        await().pollInterval(Duration.ofMillis(5)).atMost(PATIENCE).until(() -> worker.seen() >= reached);
    }

    private void awaitUntilAllHaveEnded(Suite suite, RunWorker worker, Instant end) {
        Set<String> waitedFor = Set.copyOf(expected(end));
        try {
            await().atMost(PATIENCE).until(() -> worker.succeeded().containsAll(waitedFor));
        } catch (ConditionTimeoutException late) {
            Set<String> missing = new TreeSet<>(waitedFor);
            missing.removeAll(worker.succeeded());
            throw new AssertionError(
                    "%d have not ended: %s%n%s".formatted(missing.size(), history(suite, missing), complaints()), late);
        }
    }

    /** What is told and reported of the first of some runs, which says who has not heard of them. */
    private static String history(Suite suite, Set<String> runs) {
        Set<String> shown = runs.stream().limit(SHOWN).collect(Collectors.toSet());
        return Stream.of(Topic.OCCURRENCES, Topic.RUN_REPORTS)
                .flatMap(topic -> TopicReader.read(suite.kafkaServers(), topic).stream())
                .filter(recorded -> switch (recorded.change()) {
                    case OccurrenceDue due -> shown.contains(due.occurrenceId());
                    case OccurrenceSucceeded succeeded -> shown.contains(succeeded.occurrenceId());
                    case RunReport report -> shown.contains(report.occurrenceId());
                    default -> false;
                })
                .map(recorded -> recorded.metadata().time() + " " + recorded.change())
                .collect(Collectors.joining("\n", shown + "\n", ""));
    }

    private String complaints() {
        Path log = folder.resolve("logs").resolve("rule-expander.log");
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("WARN") || line.contains("ERROR"))
                    .limit(COMPLAINTS_MAX)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void equalsThePureExpansion(Suite suite, Instant end) {
        assertThat(ids(suite, OccurrenceDue.class, end)).containsExactlyInAnyOrderElementsOf(expected(end));
        assertThat(ids(suite, OccurrenceSucceeded.class, end)).containsExactlyInAnyOrderElementsOf(expected(end));
        assertThat(told(suite))
                .noneMatch(OccurrenceMissed.class::isInstance)
                .noneMatch(OccurrenceSkipped.class::isInstance)
                .noneMatch(OccurrenceFailed.class::isInstance);
    }

    private List<String> expected(Instant end) {
        return rules.entrySet().stream()
                .flatMap(
                        rule -> rule.getValue().series().between(from(rule.getValue()), end, Integer.MAX_VALUE).stream()
                                .map(occurrence -> rule.getKey() + "@" + occurrence.suffix()))
                .toList();
    }

    private Instant from(RuleProfile rule) {
        return rule.startInstant().isAfter(created) ? rule.startInstant() : created;
    }

    private static List<String> ids(Suite suite, Class<? extends OccurrenceChange> type, Instant end) {
        return told(suite)
                .filter(type::isInstance)
                .filter(change -> scheduledAt(change).isBefore(end))
                .map(RunFaultIT::occurrenceId)
                .toList();
    }

    private static Stream<OccurrenceChange> told(Suite suite) {
        return TopicReader.read(suite.kafkaServers(), Topic.OCCURRENCES).stream()
                .map(Recorded::change)
                .map(OccurrenceChange.class::cast);
    }

    private static Instant scheduledAt(OccurrenceChange change) {
        return switch (change) {
            case OccurrenceDue due -> due.scheduledAt();
            case OccurrenceSucceeded succeeded -> succeeded.scheduledAt();
            default -> throw new IllegalArgumentException(change.type());
        };
    }

    private static String occurrenceId(OccurrenceChange change) {
        return switch (change) {
            case OccurrenceDue due -> due.occurrenceId();
            case OccurrenceSucceeded succeeded -> succeeded.occurrenceId();
            default -> throw new IllegalArgumentException(change.type());
        };
    }

    /** Of the expander that runs now: its sums come from the store. */
    private double account(String state) throws Exception {
        URI metrics = URI.create("http://127.0.0.1:" + ports.ruleExpander() + "/actuator/prometheus");
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofLines())
                    .body()
                    .filter(line -> line.startsWith("scheduling_rule_runs{") && line.contains('"' + state + '"'))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
