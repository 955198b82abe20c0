package dev.almanac.expansion.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceDue;
import dev.almanac.events.rule.RuleChange.RuleCreated;
import dev.almanac.events.rule.RuleProfile;
import dev.almanac.events.wire.ChangeSerde;
import dev.almanac.events.wire.Topic;
import dev.almanac.streams.DeadLetters;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** Expanders in this process on a real broker, and what a consumer of committed records sees of them. */
final class ExpandersOnBroker implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(
            1,
            Topic.PARTITIONS,
            Topic.RULES_V1,
            Topic.RULES.deadLetterName(),
            Topic.RUN_REPORTS_V1,
            Topic.OCCURRENCES_V1);
    private final List<KafkaStreams> instances = new ArrayList<>();
    private final List<ConsumerRecord<String, Recorded<Change>>> due = new ArrayList<>();
    private final KafkaConsumer<String, Recorded<Change>> consumer;
    private final Path folder;

    ExpandersOnBroker(Path folder) {
        this.folder = folder;
        broker.brokerProperties(Map.of(
                "transaction.state.log.replication.factor",
                "1",
                "transaction.state.log.min.isr",
                "1",
                // A broker refuses what is more than an hour ahead of its own clock, which a test does not set,
                "log.message.timestamp.after.max.ms",
                Long.toString(Long.MAX_VALUE),
                // and drops what is a week behind it.
                "log.retention.ms",
                "-1"));
        broker.afterPropertiesSet();
        this.consumer = consumer();
    }

    void create(String ruleId, RuleProfile rule, Instant at) throws Exception {
        RuleCreated created = new RuleCreated(ruleId, rule, at, "ana");
        ChangeMetadata metadata = new ChangeMetadata("id", "test", at, 0, 1, "ana", "request", "command");
        RecordHeaders headers = new RecordHeaders();
        byte[] value =
                new ChangeSerde<>(Change.class).serialize(Topic.RULES_V1, headers, Recorded.of(created, metadata));
        write(new ProducerRecord<>(Topic.RULES_V1, null, ruleId, value, headers));
    }

    /** What an expander that starts anew finds in the changelog of its store. */
    void keep(String ruleId, byte[] state) throws Exception {
        write(new ProducerRecord<>("expanders-" + RuleExpander.STORE + "-changelog", ruleId, state));
    }

    private void write(ProducerRecord<String, byte[]> message) throws Exception {
        try (var producer = new KafkaProducer<>(config(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(message).get();
        }
    }

    /** Positive once records of a topic were set aside; the marks of transactions count, too. */
    long setAside(Topic topic) {
        List<TopicPartition> partitions = IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(number -> new TopicPartition(topic.deadLetterName(), number))
                .toList();
        return consumer.endOffsets(partitions).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** How many records there are of what became of transactions. */
    long recordsOfTransactions() {
        List<TopicPartition> partitions = consumer.partitionsFor("__transaction_state").stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        return consumer.endOffsets(partitions).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    void start() {
        start(Time.SYSTEM, 0);
    }

    /** A new instance begins with an empty folder: what it knows comes from the changelog. */
    void start(Time time, int standbys) {
        StreamsBuilder builder = new StreamsBuilder();
        RuleTopology.addTo(builder);
        Map<String, Object> properties = new HashMap<>(config());
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "expanders");
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 20);
        properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, standbys);
        properties.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
        properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
        properties.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
        properties.put("auto.offset.reset", "earliest");
        properties.put("session.timeout.ms", 6000);
        properties.put(
                StreamsConfig.STATE_DIR_CONFIG,
                folder.resolve("instance-" + instances.size()).toString());
        KafkaStreams streams = new KafkaStreams(builder.build(), new StreamsConfig(properties), time);
        instances.add(streams);
        streams.start();
    }

    void stopFirst() {
        instances.getFirst().close();
    }

    List<ConsumerRecord<String, Recorded<Change>>> awaitDue(int count) {
        Instant deadline = Clock.systemUTC().instant().plus(PATIENCE);
        while (due.size() < count && Clock.systemUTC().instant().isBefore(deadline)) {
            hear();
        }
        assertThat(due).hasSizeGreaterThanOrEqualTo(count);
        return due;
    }

    /** Stops all that runs, and answers whatever was due. */
    List<ConsumerRecord<String, Recorded<Change>>> allDue() {
        instances.forEach(instance -> instance.close(Duration.ofSeconds(10)));
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            hear();
        }
        return due;
    }

    private void hear() {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> {
            if (record.value().change() instanceof OccurrenceDue) {
                due.add(record);
            }
        });
    }

    static OccurrenceDue due(ConsumerRecord<String, Recorded<Change>> record) {
        return (OccurrenceDue) record.value().change();
    }

    private KafkaConsumer<String, Recorded<Change>> consumer() {
        Map<String, Object> config = new HashMap<>(config());
        config.put("isolation.level", "read_committed");
        config.put("auto.offset.reset", "earliest");
        config.put("group.id", "test");
        var reader = new KafkaConsumer<>(config, new StringDeserializer(), new ChangeSerde<>(Change.class));
        reader.subscribe(List.of(Topic.OCCURRENCES_V1));
        return reader;
    }

    private Map<String, Object> config() {
        return Map.of("bootstrap.servers", broker.getBrokersAsString());
    }

    @Override
    public void close() {
        consumer.close();
        instances.forEach(instance -> instance.close(Duration.ofSeconds(10)));
        broker.destroy();
    }
}
