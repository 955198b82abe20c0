package dev.almanac.expansion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.occurrence.OccurrenceChange;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceDue;
import dev.almanac.events.rule.JobTemplate;
import dev.almanac.events.rule.RuleChange.RuleCreated;
import dev.almanac.events.rule.RuleMetadata;
import dev.almanac.events.rule.RuleOptions;
import dev.almanac.events.rule.RuleProfile;
import dev.almanac.events.wire.ChangeSerde;
import dev.almanac.events.wire.Poison;
import dev.almanac.events.wire.Topic;
import dev.almanac.recurrence.Cron;
import dev.almanac.streams.DeadLetters;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A record that nobody can take is set aside, and a rule behind it is due on time. */
class PoisonTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final int RECORD_BYTES_MAX = 1_000_000;
    private static final List<Topic> READ = List.of(Topic.SCHEDULES, Topic.RULES, Topic.RUN_REPORTS);

    @TempDir
    private Path folder;

    private TopologyTestDriver driver;

    @BeforeEach
    void open() {
        StreamsBuilder builder = new StreamsBuilder();
        new ExpansionTopology().build(builder);
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "expansion");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        properties.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
        properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
        properties.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
        driver = new TopologyTestDriver(builder.build(), properties, NOON);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @ParameterizedTest
    @EnumSource
    void no_kind_of_poison_on_any_topic_keeps_a_rule_from_being_due(Poison poison) {
        for (Topic topic : READ) {
            pipe(poison.on(topic));
            driver.advanceWallClockTime(Duration.ofSeconds(2));
            assertThat(largestDeadLetter(topic)).isLessThan(RECORD_BYTES_MAX);
        }
        driver.createInputTopic(Topic.RULES_V1, Serdes.String().serializer(), new ChangeSerde<>(Change.class))
                .pipeInput("r", recorded(new RuleCreated("r", daily("0 13 * * *"), NOON, "ana")));
        driver.advanceWallClockTime(Duration.ofMinutes(60));
        var told = driver.createOutputTopic(
                        Topic.OCCURRENCES_V1, Serdes.String().deserializer(), new ChangeSerde<>(OccurrenceChange.class))
                .readValuesToList();
        assertThat(told)
                .extracting(Recorded::change)
                .filteredOn(OccurrenceDue.class::isInstance)
                .extracting(OccurrenceChange::seriesId)
                .contains("r");
    }

    private void pipe(ProducerRecord<byte[], byte[]> record) {
        driver.createInputTopic(
                        record.topic(),
                        Serdes.ByteArray().serializer(),
                        Serdes.ByteArray().serializer())
                .pipeInput(new TestRecord<>(record.key(), record.value(), record.headers()));
    }

    private int largestDeadLetter(Topic topic) {
        return driver
                .createOutputTopic(
                        topic.deadLetterName(),
                        Serdes.ByteArray().deserializer(),
                        Serdes.ByteArray().deserializer())
                .readRecordsToList()
                .stream()
                .mapToInt(PoisonTest::bytes)
                .max()
                .orElse(0);
    }

    private static int bytes(TestRecord<byte[], byte[]> letter) {
        int bytes =
                (letter.key() == null ? 0 : letter.key().length) + (letter.value() == null ? 0 : letter.value().length);
        for (Header header : letter.headers()) {
            bytes += header.key().length() + (header.value() == null ? 0 : header.value().length);
        }
        return bytes;
    }

    private static RuleProfile daily(String cron) {
        return new RuleProfile(
                "Backup",
                new Cron(cron),
                LocalDateTime.parse("2026-03-01T00:00:00"),
                "UTC",
                "night",
                new JobTemplate("backup", null, JobTemplate.PRIORITY_DEFAULT, 600),
                RuleOptions.DEFAULT,
                new RuleMetadata(null, null, List.of()));
    }

    private static Recorded<Change> recorded(Change change) {
        return Recorded.of(change, new ChangeMetadata("id", "test", NOON, 0, 1, "ana", "request", "command"));
    }
}
