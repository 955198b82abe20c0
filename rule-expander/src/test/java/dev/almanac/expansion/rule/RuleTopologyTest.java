package dev.almanac.expansion.rule;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.Republication;
import dev.almanac.events.occurrence.OccurrenceChange;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceDue;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceMissed;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceSucceeded;
import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.rule.RuleChange.RuleCreated;
import dev.almanac.events.rule.RuleChange.RuleDisabled;
import dev.almanac.events.rule.RuleChange.RulePaused;
import dev.almanac.events.rule.RuleChange.RuleResumed;
import dev.almanac.events.rule.RuleOptions;
import dev.almanac.events.rule.RuleProfile;
import dev.almanac.events.run.RunNote;
import dev.almanac.events.run.RunReport.RunSucceeded;
import dev.almanac.events.wire.ChangeJson;
import dev.almanac.events.wire.ChangeSerde;
import dev.almanac.events.wire.Topic;
import dev.almanac.recurrence.Cron;
import dev.almanac.streams.DeadLetters;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.zone.ZoneRulesException;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
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
        properties.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
        properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
        properties.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
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
    void a_report_is_taken_with_its_note_nested_or_flat_and_set_aside_in_any_other_shape() {
        input(Topic.RULES_V1).pipeInput("r", recorded(new RuleCreated("r", Rules.cron("0 13 * * *"), NOON, "ana")));
        driver.advanceWallClockTime(Duration.ofMinutes(60));
        report("{\"occurrenceId\":\"r@20260301T130000\",\"sessionUrl\":\"javascript:alert(1)\"}");
        report("{\"occurrenceId\":\"r@20260301T130000\",\"logs\":\"https://logs.test\"}");
        assertThat(told(OccurrenceSucceeded.class)).isEmpty();
        report("{\"occurrenceId\":\"r@20260301T130000\",\"logsUrl\":\"https://logs.test/1\"}");
        assertThat(told(OccurrenceSucceeded.class))
                .singleElement()
                .satisfies(run ->
                        assertThat(((OccurrenceSucceeded) run).note().logsUrl()).isEqualTo("https://logs.test/1"));
        TestOutputTopic<String, byte[]> letters = driver.createOutputTopic(
                Topic.RUN_REPORTS.deadLetterName(),
                Serdes.String().deserializer(),
                Serdes.ByteArray().deserializer());
        assertThat(letters.readRecordsToList()).hasSize(2);
    }

    private void report(String json) {
        RecordHeaders headers = new RecordHeaders();
        new ChangeSerde<>(Change.class)
                .serialize("topic", headers, recorded(new RunSucceeded("r@1", null, RunNote.NONE)));
        driver.createInputTopic(
                        Topic.RUN_REPORTS_V1,
                        Serdes.String().serializer(),
                        Serdes.ByteArray().serializer())
                .pipeInput(new TestRecord<>("r", json.getBytes(UTF_8), headers));
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

    @Test
    void told_once_more_a_rule_that_is_known_tells_no_run_twice_and_loses_none() {
        List<RuleChange> all = List.of(
                new RuleCreated("r", Rules.cron("0 13 * * *"), NOON, "ana"),
                new RulePaused("r", NOON.plusSeconds(1), null, false, null, "ana"),
                new RuleResumed("r", NOON.plusSeconds(2), null, "ana"));
        driver.advanceWallClockTime(Duration.ofSeconds(5));
        again(all, 0, 3, false);
        told(OccurrenceChange.class);
        again(all, 0, 3, true);
        assertThat(told(OccurrenceChange.class)).isEmpty();
        driver.advanceWallClockTime(Duration.ofMinutes(60));
        assertThat(told(OccurrenceDue.class)).hasSize(1);
        again(all, 0, 3, true);
        driver.advanceWallClockTime(Duration.ofMinutes(10));
        assertThat(told(OccurrenceChange.class)).isEmpty();
    }

    @Test
    void told_once_more_a_rule_of_which_the_first_word_was_missing_is_as_the_last_word_has_it() {
        List<RuleChange> all = List.of(
                new RuleCreated("r", Rules.cron("*/10 * * * *"), NOON.minusSeconds(86_400), "ana"),
                new RuleDisabled("r", NOON.minusSeconds(86_000), null, "ana"));
        again(all, 1, 2, false);
        again(all, 0, 1, true);
        driver.advanceWallClockTime(Duration.ofMillis(200));
        assertThat(told(OccurrenceDue.class)).as("before the last word came").isEmpty();
        again(all, 1, 2, true);
        driver.advanceWallClockTime(Duration.ofHours(1));
        assertThat(told(OccurrenceChange.class))
                .noneMatch(OccurrenceDue.class::isInstance)
                .noneMatch(OccurrenceMissed.class::isInstance);
    }

    private void again(List<RuleChange> all, int from, int till, boolean republished) {
        for (int i = from; i < till; i++) {
            ChangeMetadata metadata =
                    new ChangeMetadata("r#" + i, "/test", NOON, i, 10 + i, "ana", "request", "command");
            input(Topic.RULES_V1)
                    .pipeInput(
                            "r",
                            Recorded.<Change>of(all.get(i), metadata)
                                    .in(republished ? new Republication("whole", i, all.size()) : null));
        }
    }

    @Test
    void what_cannot_be_read_or_decided_is_set_aside_with_the_reason_and_holds_up_nobody() {
        input(Topic.RULES_V1).pipeInput("a", created("a", Rules.cron("0 13 * * *")));
        input(Topic.RULES_V1).pipeInput("b", created("b", onMars("0 13 * * *")));
        driver.createInputTopic(
                        Topic.RULES_V1,
                        Serdes.String().serializer(),
                        Serdes.ByteArray().serializer())
                .pipeInput(new TestRecord<>("c", "{".getBytes(UTF_8), headers()));
        input(Topic.RULES_V1).pipeInput("d", created("d", Rules.cron("0 13 * * *")));
        driver.advanceWallClockTime(Duration.ofMinutes(60));
        assertThat(told(OccurrenceDue.class))
                .extracting(OccurrenceChange::seriesId)
                .containsExactlyInAnyOrder("a", "d");

        List<TestRecord<String, byte[]>> letters = letters();
        assertThat(letters).extracting(TestRecord::key).containsExactly("b", "c");
        assertThat(text(letters.getFirst(), "__streams.errors.exception"))
                .isEqualTo(ZoneRulesException.class.getName());
        assertThat(text(letters.getFirst(), "__streams.errors.message")).contains("Mars/Olympus");
        assertThat(text(letters.getFirst(), "__streams.errors.topic")).isEqualTo(Topic.RULES_V1);
        assertThat(text(letters.getFirst(), "ce_type")).isEqualTo("RuleCreated.v1");
    }

    @Test
    void a_rule_that_the_clock_cannot_decide_is_told_of_once_and_goes_on_when_it_can_be() {
        KeyValueStore<String, byte[]> store = driver.getKeyValueStore(RuleExpander.STORE);
        RuleCreated created = new RuleCreated("a", Rules.cron("0 13 * * *"), NOON, "ana");
        RuleState known = RuleChanges.created(created, 0, NOON).state();
        store.put("a", json(known.with(onMars(known.definition()))));
        input(Topic.RUN_REPORTS_V1).pipeInput("wakes it", recorded(new RunSucceeded("a@never", null, RunNote.NONE)));
        input(Topic.RULES_V1).pipeInput("b", created("b", Rules.cron("0 13 * * *")));
        driver.advanceWallClockTime(Duration.ofMinutes(60));
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        driver.advanceWallClockTime(Duration.ofMinutes(2));
        assertThat(told(OccurrenceDue.class))
                .extracting(OccurrenceChange::seriesId)
                .containsExactly("b");
        assertThat(letters()).extracting(TestRecord::key).containsExactly("a");
        assertThat(RuleTopology.undecidable()).isEqualTo(1);

        store.put("a", json(known));
        driver.advanceWallClockTime(Duration.ofMinutes(2));
        assertThat(told(OccurrenceMissed.class))
                .extracting(OccurrenceChange::seriesId)
                .containsExactly("a");
        assertThat(RuleTopology.undecidable()).isZero();
    }

    private List<TestRecord<String, byte[]>> letters() {
        return driver.createOutputTopic(
                        Topic.RULES.deadLetterName(),
                        Serdes.String().deserializer(),
                        Serdes.ByteArray().deserializer())
                .readRecordsToList();
    }

    private static byte[] json(RuleState state) {
        return ChangeJson.mapper().writeValueAsBytes(state);
    }

    private static String text(TestRecord<?, ?> record, String header) {
        return new String(record.headers().lastHeader(header).value(), UTF_8);
    }

    /** As of a change that has lost its value. */
    private static Headers headers() {
        Headers headers = new RecordHeaders();
        new ChangeSerde<>(Change.class).serialize(Topic.RULES_V1, headers, created("c", Rules.cron("0 13 * * *")));
        return headers;
    }

    private static Recorded<Change> created(String ruleId, RuleProfile rule) {
        return recorded(new RuleCreated(ruleId, rule, NOON, "ana"));
    }

    /** Whose zone no tzdb knows, as after a start without the zone data that it was created under. */
    private static RuleProfile onMars(String cron) {
        return Rules.rule(new Cron(cron), "Mars/Olympus", RuleOptions.DEFAULT);
    }

    private static Definition onMars(Definition definition) {
        PreparedRule martian = new PreparedRule(onMars("0 13 * * *"));
        return new Definition(
                "a", 0, martian, definition.status(), definition.since(), definition.pauses(), definition.moved());
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
