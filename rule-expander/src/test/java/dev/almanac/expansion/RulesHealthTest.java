package dev.almanac.expansion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.rule.JobTemplate;
import dev.almanac.events.rule.RuleChange.RuleCreated;
import dev.almanac.events.rule.RuleMetadata;
import dev.almanac.events.rule.RuleOptions;
import dev.almanac.events.rule.RuleProfile;
import dev.almanac.events.run.RunNote;
import dev.almanac.events.run.RunReport.RunSucceeded;
import dev.almanac.events.wire.ChangeSerde;
import dev.almanac.events.wire.Topic;
import dev.almanac.expansion.rule.RuleTopology;
import dev.almanac.recurrence.Cron;
import dev.almanac.streams.DeadLetters;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class RulesHealthTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void is_down_while_a_rule_cannot_be_decided_and_says_how_many() {
        Health before = new RulesHealth().health();
        assertThat(before.getStatus()).isEqualTo(Status.UP);
        try (TopologyTestDriver driver = driver()) {
            tell(driver, new RuleCreated("good", rule(), NOON, "ana"));
            KeyValueStore<String, byte[]> store = driver.getKeyValueStore("rules");
            store.put("lost", onMars(store.get("good")));
            tell(driver, new RunSucceeded("lost@wakes it", null, RunNote.NONE));
            driver.advanceWallClockTime(Duration.ofSeconds(1));
            Health down = new RulesHealth().health();
            assertThat(down.getStatus()).isEqualTo(Status.DOWN);
            assertThat(down.getDetails()).containsEntry("undecidable", 1L);
        }
        assertThat(new RulesHealth().health()).isEqualTo(before);
    }

    /** As after a start without the zone data that the rule was created under. */
    private static byte[] onMars(byte[] state) {
        return new String(state, UTF_8).replace("Europe/Berlin", "Mars/Olympus").getBytes(UTF_8);
    }

    private static RuleProfile rule() {
        return new RuleProfile(
                "Backup",
                new Cron("0 13 * * *"),
                LocalDateTime.parse("2026-03-01T00:00:00"),
                "Europe/Berlin",
                "night",
                new JobTemplate("backup", null, JobTemplate.PRIORITY_DEFAULT, 60),
                RuleOptions.DEFAULT,
                new RuleMetadata(null, null, List.of()));
    }

    private static void tell(TopologyTestDriver driver, Change change) {
        ChangeMetadata metadata = new ChangeMetadata("id", "test", NOON, 0, 1, "ana", "request", "command");
        driver.createInputTopic(
                        Topic.of(change).topicName(), Serdes.String().serializer(), new ChangeSerde<>(Change.class))
                .pipeInput(change.subject(), Recorded.of(change, metadata));
    }

    private TopologyTestDriver driver() {
        StreamsBuilder builder = new StreamsBuilder();
        RuleTopology.addTo(builder);
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "health");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
        return new TopologyTestDriver(builder.build(), properties, NOON);
    }
}
