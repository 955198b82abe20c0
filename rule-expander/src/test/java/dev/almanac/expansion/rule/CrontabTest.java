package dev.almanac.expansion.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.OccurrenceId;
import dev.almanac.events.Recorded;
import dev.almanac.events.occurrence.MaterialisedOccurrence;
import dev.almanac.events.occurrence.OccurrenceChange;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesMaterialised;
import dev.almanac.events.rule.CatchUp;
import dev.almanac.events.rule.RuleChange.RuleCreated;
import dev.almanac.events.rule.RuleProfile;
import dev.almanac.events.rule.RunTime;
import dev.almanac.events.wire.ChangeSerde;
import dev.almanac.events.wire.Topic;
import dev.almanac.recurrence.Cron;
import dev.almanac.recurrence.clock.InvalidRecurrence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Four hundred crontab lines: each a rule in New York, whose horizon rolls on while the clock does. */
class CrontabTest {
    private static final Instant NOON = Instant.parse("2026-03-01T17:00:00Z");
    private static final String ZONE = "America/New_York";
    private static final String REFUSED_FROM = "---";

    @TempDir
    private Path folder;

    private final Map<String, TreeMap<String, Instant>> told = new HashMap<>();

    @Test
    void a_year_of_rules_that_run_hourly_or_less_often_equals_the_pure_expansion() throws IOException {
        List<RuleProfile> rules =
                rules().stream().filter(rule -> !rule.frequent(NOON)).toList();
        assertThat(rules).hasSizeGreaterThan(300);
        roll(rules, NOON, Duration.ofDays(85), 4, LocalDate.parse("2027-03-01"));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-01T17:00:00Z, 2026-03-11", "2026-10-25T17:00:00Z, 2026-11-04"})
    void rules_that_are_always_running_equal_the_pure_expansion_while_the_clocks_change(Instant from, LocalDate last)
            throws IOException {
        List<RuleProfile> rules =
                rules().stream().filter(rule -> rule.frequent(NOON)).toList();
        assertThat(rules).hasSizeGreaterThan(10);
        roll(rules, from, Duration.ofDays(1), 10, last);
    }

    @Test
    void refuses_what_only_other_schedulers_understand() throws IOException {
        List<String> lines = lines();
        assertThat(lines.subList(lines.indexOf(REFUSED_FROM) + 1, lines.size()))
                .hasSizeGreaterThan(15)
                .allSatisfy(line -> assertThatThrownBy(() -> new Cron(line))
                        .isInstanceOf(InvalidRecurrence.class)
                        .message()
                        .isNotBlank());
    }

    private void roll(List<RuleProfile> rules, Instant from, Duration step, int steps, LocalDate last) {
        try (TopologyTestDriver driver = driver(from)) {
            TestInputTopic<String, Recorded<Change>> input = driver.createInputTopic(
                    Topic.RULES_V1, Serdes.String().serializer(), new ChangeSerde<>(Change.class));
            for (int i = 0; i < rules.size(); i++) {
                input.pipeInput("r" + i, created("r" + i, rules.get(i), from));
            }
            TestOutputTopic<String, Recorded<OccurrenceChange>> output = driver.createOutputTopic(
                    Topic.OCCURRENCES_V1, Serdes.String().deserializer(), new ChangeSerde<>(OccurrenceChange.class));
            collect(output);
            for (int i = 0; i < steps; i++) {
                driver.advanceWallClockTime(step);
                while (collect(output)) {
                    driver.advanceWallClockTime(Duration.ofMillis(20));
                }
            }
        }
        assertThat(IntStream.range(0, rules.size()).boxed())
                .allSatisfy(i -> assertThat(told.getOrDefault("r" + i, new TreeMap<>()).entrySet().stream()
                                .filter(one -> !dayOf(one.getKey()).isAfter(last)))
                        .as(rules.get(i).recurrence().toString())
                        .containsExactlyElementsOf(
                                expected("r" + i, rules.get(i), from, last).entrySet()));
    }

    private static SortedMap<String, Instant> expected(String ruleId, RuleProfile rule, Instant from, LocalDate last) {
        TreeMap<String, Instant> expected = new TreeMap<>();
        Instant end = last.plusDays(2).atStartOfDay(rule.zone()).toInstant();
        rule.series().between(from, end, Integer.MAX_VALUE).stream()
                .map(occurrence -> Planned.of(RunTime.of(ruleId, occurrence)))
                .filter(planned -> !planned.nominal().toLocalDate().isAfter(last))
                .forEach(planned -> expected.put(planned.occurrenceId(), planned.scheduledAt()));
        return expected;
    }

    private boolean collect(TestOutputTopic<String, Recorded<OccurrenceChange>> output) {
        List<Recorded<OccurrenceChange>> news = output.readValuesToList();
        news.forEach(recorded -> {
            if (recorded.change() instanceof OccurrencesMaterialised day) {
                day.occurrences().forEach(slot -> add(day.seriesId(), slot));
            }
        });
        return !news.isEmpty();
    }

    private void add(String ruleId, MaterialisedOccurrence slot) {
        Instant before =
                told.computeIfAbsent(ruleId, _ -> new TreeMap<>()).put(slot.occurrenceId(), slot.startDateTime());
        assertThat(before).as("told twice: " + slot.occurrenceId()).isNull();
    }

    private static LocalDate dayOf(String occurrenceId) {
        return LocalDate.parse(
                OccurrenceId.timeOf(occurrenceId).substring(0, 8), java.time.format.DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static Recorded<Change> created(String ruleId, RuleProfile rule, Instant at) {
        RuleCreated created = new RuleCreated(ruleId, rule, at, "ana");
        return Recorded.of(created, new ChangeMetadata("id", "test", at, 0, 1, "ana", "request", "command"));
    }

    private TopologyTestDriver driver(Instant from) {
        StreamsBuilder builder = new StreamsBuilder();
        RuleTopology.addTo(builder);
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "crontab");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        return new TopologyTestDriver(builder.build(), properties, from);
    }

    private static List<RuleProfile> rules() throws IOException {
        List<String> lines = lines();
        return lines.subList(1, lines.indexOf(REFUSED_FROM)).stream()
                .map(line -> Rules.rule(new Cron(line), ZONE, Rules.catchUp(CatchUp.NONE)))
                .toList();
    }

    private static List<String> lines() throws IOException {
        try (InputStream crontab = Objects.requireNonNull(CrontabTest.class.getResourceAsStream("crontab.txt"))) {
            return new String(crontab.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
