package dev.almanac.expansion.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceDue;
import dev.almanac.events.recurrence.Every;
import dev.almanac.events.rule.CatchUp;
import dev.almanac.events.rule.OverlapPolicy;
import dev.almanac.events.rule.RetryPolicy;
import dev.almanac.events.rule.RuleChange.RuleCreated;
import dev.almanac.events.rule.RuleProfile;
import dev.almanac.events.wire.ChangeSerde;
import dev.almanac.events.wire.Topic;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** On a real broker, instances come and go while one rule after the other is due. */
class ScaleOutIT {
    private static final int RULES = 40;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(
            1, Topic.PARTITIONS, Topic.RULES_V1, Topic.RUN_REPORTS_V1, Topic.OCCURRENCES_V1);
    private final List<KafkaStreams> instances = new ArrayList<>();
    private final List<ConsumerRecord<String, Recorded<Change>>> due = new ArrayList<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        broker.brokerProperties(
                Map.of("transaction.state.log.replication.factor", "1", "transaction.state.log.min.isr", "1"));
        broker.afterPropertiesSet();
    }

    @AfterEach
    void stop() {
        instances.forEach(instance -> instance.close(Duration.ofSeconds(10)));
        broker.destroy();
    }

    @Test
    void three_instances_that_come_and_go_tell_everything_once_and_nothing_early() throws Exception {
        Instant first =
                Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(10);
        createRules(first);
        startInstance();
        try (var consumer = consumer()) {
            awaitDue(consumer, 5);
            startInstance();
            awaitDue(consumer, 12);
            startInstance();
            awaitDue(consumer, 20);
            instances.getFirst().close();
            awaitDue(consumer, RULES);
        }
        assertThat(due)
                .allSatisfy(record -> assertThat(record.timestamp())
                        .isGreaterThanOrEqualTo(due(record).dueAt().toEpochMilli()));
        assertThat(due.stream().map(record -> due(record).occurrenceId())).doesNotHaveDuplicates();
        assertThat(due.stream().map(record -> due(record).scheduledAt()))
                .containsAll(
                        IntStream.range(0, RULES).mapToObj(first::plusSeconds).toList());
    }

    private void createRules(Instant first) throws Exception {
        var options = Rules.options(1, 0, RetryPolicy.NONE, CatchUp.ALL, OverlapPolicy.ALLOW);
        try (var producer = new KafkaProducer<>(config(), new StringSerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < RULES; i++) {
                RuleProfile rule = Rules.rule(new Every(Duration.ofMinutes(1), first.plusSeconds(i)), "UTC", options);
                RuleCreated created = new RuleCreated("rule-" + i, rule, first.minusSeconds(10), "ana");
                RecordHeaders headers = new RecordHeaders();
                byte[] value = new ChangeSerde<>(Change.class)
                        .serialize(Topic.RULES_V1, headers, Recorded.of(created, metadata(first)));
                producer.send(new ProducerRecord<>(Topic.RULES_V1, null, created.ruleId(), value, headers))
                        .get();
            }
        }
    }

    private static ChangeMetadata metadata(Instant at) {
        return new ChangeMetadata("id", "test", at, 0, 1, "ana", "request", "command");
    }

    private void startInstance() {
        StreamsBuilder builder = new StreamsBuilder();
        RuleTopology.addTo(builder);
        Properties properties = new Properties();
        properties.putAll(config());
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "scale-out");
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 20);
        properties.put("auto.offset.reset", "earliest");
        properties.put("session.timeout.ms", 6000);
        properties.put(
                StreamsConfig.STATE_DIR_CONFIG,
                folder.resolve("instance-" + instances.size()).toString());
        KafkaStreams streams = new KafkaStreams(builder.build(), properties);
        instances.add(streams);
        streams.start();
    }

    private KafkaConsumer<String, Recorded<Change>> consumer() {
        Map<String, Object> config = new HashMap<>(config());
        config.put("isolation.level", "read_committed");
        config.put("auto.offset.reset", "earliest");
        config.put("group.id", "test");
        var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ChangeSerde<>(Change.class));
        consumer.subscribe(List.of(Topic.OCCURRENCES_V1));
        return consumer;
    }

    private void awaitDue(KafkaConsumer<String, Recorded<Change>> consumer, int count) {
        Instant deadline = Clock.systemUTC().instant().plus(PATIENCE);
        while (due.size() < count && Clock.systemUTC().instant().isBefore(deadline)) {
            consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                if (record.value().change() instanceof OccurrenceDue) {
                    due.add(record);
                }
            });
        }
        assertThat(due).hasSizeGreaterThanOrEqualTo(count);
    }

    private static OccurrenceDue due(ConsumerRecord<String, Recorded<Change>> record) {
        return (OccurrenceDue) record.value().change();
    }

    private Map<String, Object> config() {
        return Map.of("bootstrap.servers", broker.getBrokersAsString());
    }
}
