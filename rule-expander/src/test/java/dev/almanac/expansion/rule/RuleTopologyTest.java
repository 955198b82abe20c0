package dev.almanac.expansion.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.occurrence.OccurrenceChange;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceDue;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceSucceeded;
import dev.almanac.events.rule.RuleChange.RuleCreated;
import dev.almanac.events.run.RunNote;
import dev.almanac.events.run.RunReport.RunSucceeded;
import dev.almanac.events.wire.ChangeSerde;
import dev.almanac.events.wire.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleTopologyTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    private Path folder;

    private TopologyTestDriver driver;
    private TestOutputTopic<String, Recorded<OccurrenceChange>> occurrences;

    @BeforeEach
    void open() {
        StreamsBuilder builder = new StreamsBuilder();
        RuleTopology.addTo(builder);
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "expansion");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        driver = new TopologyTestDriver(builder.build(), properties, NOON);
        occurrences = driver.createOutputTopic(
                Topic.OCCURRENCES_V1, Serdes.String().deserializer(), new ChangeSerde<>(OccurrenceChange.class));
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void a_rule_is_due_on_time_and_a_report_finds_its_run_under_whatever_key_it_was_written() {
        input(Topic.RULES_V1).pipeInput("r", recorded(new RuleCreated("r", Rules.cron("0 13 * * *"), NOON, "ana")));
        driver.advanceWallClockTime(Duration.ofMinutes(60));
        assertThat(told(OccurrenceDue.class)).hasSize(1);

        input(Topic.RUN_REPORTS_V1)
                .pipeInput("anything", recorded(new RunSucceeded("r@20260301T130000", null, RunNote.NONE)));
        assertThat(told(OccurrenceSucceeded.class)).hasSize(1);
    }

    @Test
    void a_report_on_nothing_that_is_known_and_a_repeated_change_tell_nothing() {
        var created = recorded(new RuleCreated("r", Rules.cron("0 13 * * *"), NOON, "ana"));
        input(Topic.RULES_V1).pipeInput("r", created);
        told(OccurrenceChange.class);
        input(Topic.RULES_V1).pipeInput("r", created);
        input(Topic.RUN_REPORTS_V1).pipeInput("x", recorded(new RunSucceeded("nonsense", null, RunNote.NONE)));
        assertThat(told(OccurrenceChange.class)).isEmpty();
    }

    private TestInputTopic<String, Recorded<Change>> input(String topic) {
        return driver.createInputTopic(topic, Serdes.String().serializer(), new ChangeSerde<>(Change.class));
    }

    private static Recorded<Change> recorded(Change change) {
        return Recorded.of(change, new ChangeMetadata("id", "test", NOON, 0, 1, "ana", "request", "command"));
    }

    private Stream<OccurrenceChange> told(Class<? extends OccurrenceChange> type) {
        return occurrences.readValuesToList().stream().map(Recorded::change).filter(type::isInstance);
    }
}
