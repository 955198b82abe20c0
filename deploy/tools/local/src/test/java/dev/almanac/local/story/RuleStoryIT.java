package dev.almanac.local.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceDue;
import dev.almanac.events.run.RunNote;
import dev.almanac.events.run.RunReport.RunSucceeded;
import dev.almanac.events.wire.ChangeSerde;
import dev.almanac.events.wire.Topic;
import dev.almanac.local.Suite;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A rule's life on the real parts, behind poison, with a worker that listens to Kafka, while the rule-expander is killed. */
@Order(4)
@ExtendWith(SharedSuite.class)
class RuleStoryIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int HEARTBEATS = 2;

    @Test
    void what_is_due_is_told_once_and_reported_on_over_http_and_kafka_even_if_the_expander_is_killed(Suite suite)
            throws Exception {
        Poisoner.poison(suite, List.of(Topic.SCHEDULES, Topic.RULES, Topic.RUN_REPORTS));
        Client client = new Client(suite, "ana", "staff");
        Instant first =
                Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(20);
        String nightly = client.create("/schedules/rules", rule(Map.of("cron", "0 3 * * *")));
        String heartbeat = client.create("/schedules/rules", rule(Map.of("every", "PT1M", "anchor", first.toString())));

        assertThat(client.post("/schedules/rules/" + nightly + "/run-now", Map.of())
                        .statusCode())
                .isEqualTo(200);
        OccurrenceDue asked = awaitDue(suite, nightly, 1).getFirst();
        assertThat(client.post("/runs/" + Client.encoded(asked.occurrenceId()) + "/succeeded", Map.of("attempt", 1))
                        .statusCode())
                .isEqualTo(202);
        awaitOutcomes(client, nightly, 1, 1);

        OccurrenceDue beat = awaitDue(suite, heartbeat, 1).getFirst();
        assertThat(beat.scheduledAt()).isEqualTo(first);
        suite.kill("rule-expander");
        reportOnKafka(suite, beat);
        suite.restart("rule-expander");
        awaitOutcomes(client, heartbeat, 1, 1);

        List<OccurrenceDue> beats = awaitDue(suite, heartbeat, HEARTBEATS);
        assertThat(beats.stream().map(OccurrenceDue::scheduledAt))
                .startsWith(first, first.plusSeconds(60))
                .doesNotHaveDuplicates();
    }

    private static Map<String, Object> rule(Map<String, Object> recurrence) {
        return Map.of(
                "name",
                "Backup",
                "recurrence",
                recurrence,
                "timeZone",
                "Europe/Berlin",
                "queue",
                "night",
                "jobTemplate",
                Map.of("type", "backup", "timeoutSeconds", 600),
                "options",
                Map.of("catchUp", "ALL"));
    }

    private static List<OccurrenceDue> awaitDue(Suite suite, String ruleId, int countMin) {
        return await().atMost(PATIENCE).until(() -> due(suite, ruleId), found -> found.size() >= countMin);
    }

    private static List<OccurrenceDue> due(Suite suite, String ruleId) {
        Stream<Change> changes = TopicReader.read(suite.kafkaServers(), Topic.OCCURRENCES).stream()
                .map(Recorded::change);
        return changes.filter(OccurrenceDue.class::isInstance)
                .map(OccurrenceDue.class::cast)
                .filter(due -> due.seriesId().equals(ruleId))
                .toList();
    }

    private static void awaitOutcomes(Client client, String ruleId, int nominal, int succeeded) {
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            JsonNode outcomes = client.get("/schedules/rules/" + ruleId).get("outcomes");
            assertThat(outcomes.get("nominal").asInt()).isGreaterThanOrEqualTo(nominal);
            assertThat(outcomes.get("succeeded").asInt()).isEqualTo(succeeded);
        });
    }

    private static void reportOnKafka(Suite suite, OccurrenceDue due) throws Exception {
        RunSucceeded report = new RunSucceeded(due.occurrenceId(), due.attempt(), RunNote.NONE);
        ChangeMetadata metadata = new ChangeMetadata(
                UUID.randomUUID().toString(), "worker", due.dueAt(), 0, 0, "worker", "request", "cause");
        RecordHeaders headers = new RecordHeaders();
        byte[] value =
                new ChangeSerde<>(Change.class).serialize(Topic.RUN_REPORTS_V1, headers, Recorded.of(report, metadata));
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", suite.kafkaServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topic.RUN_REPORTS_V1, null, report.subject(), value, headers))
                    .get();
        }
    }
}
