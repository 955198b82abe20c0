package dev.almanac.expansion.rule;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceDue;
import dev.almanac.events.rule.CatchUp;
import dev.almanac.events.rule.OverlapPolicy;
import dev.almanac.events.rule.RetryPolicy;
import dev.almanac.events.rule.RuleProfile;
import dev.almanac.events.wire.Topic;
import dev.almanac.recurrence.Every;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Time;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real broker, instances and clocks come and go while one rule after the other is due. */
class ScaleOutIT {
    private static final int RULES = 40;
    private static final Duration QUIET = Duration.ofSeconds(5);

    private final Instant first =
            Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(10);

    @TempDir
    private Path folder;

    private ExpandersOnBroker expanders;

    @BeforeEach
    void start() {
        expanders = new ExpandersOnBroker(folder);
    }

    @AfterEach
    void stop() {
        expanders.close();
    }

    @Test
    void three_instances_that_come_and_go_tell_everything_once_and_nothing_early() throws Exception {
        createRules();
        comeAndGo(0);
        tellsEverythingOnceAndNothingEarly();
    }

    @Test
    void three_instances_with_standby_replicas_tell_everything_once_and_nothing_early() throws Exception {
        createRules();
        comeAndGo(1);
        tellsEverythingOnceAndNothingEarly();
    }

    @Test
    void a_rule_that_cannot_be_decided_between_two_good_ones_leaves_both_due() throws Exception {
        expanders.create("good-1", every(first, "UTC"), first.minusSeconds(10));
        expanders.create("poison", every(first, "Mars/Olympus"), first.minusSeconds(10));
        expanders.create("good-2", every(first, "UTC"), first.minusSeconds(10));
        expanders.start();
        assertThat(expanders.awaitDue(2))
                .extracting(record -> ExpandersOnBroker.due(record).seriesId())
                .containsExactlyInAnyOrder("good-1", "good-2");
    }

    @Test
    void a_state_that_cannot_be_read_is_set_aside_and_leaves_the_others_due() throws Exception {
        expanders.create("sooner", every(first, "UTC"), first.minusSeconds(10));
        expanders.create("later", every(first.plusSeconds(20), "UTC"), first.minusSeconds(10));
        expanders.start();
        expanders.awaitDue(1);
        expanders.stopFirst();
        expanders.keep("broken", "{".getBytes(UTF_8));
        expanders.start();
        assertThat(expanders.awaitDue(2))
                .extracting(record -> ExpandersOnBroker.due(record).seriesId())
                .contains("sooner", "later");
        await().until(() -> expanders.setAside(Topic.RULES) > 0);
    }

    @Test
    void a_clock_that_jumps_two_hours_ahead_and_half_an_hour_back_tells_everything_once() throws Exception {
        JumpingTime time = new JumpingTime();
        expanders.create("r", every(first, "UTC"), first.minusSeconds(10));
        expanders.start(time, 0);
        expanders.awaitDue(1);
        time.jump(Duration.ofHours(2));
        expanders.awaitDue(121);
        time.jump(Duration.ofMinutes(-30));
        time.jump(Duration.ofMinutes(32));
        Set<String> minutes = Stream.iterate(first, minute -> minute.plusSeconds(60))
                .limit(123)
                .map(Instant::toString)
                .collect(Collectors.toSet());
        assertThat(expanders.awaitDue(123).stream()
                        .map(record ->
                                ExpandersOnBroker.due(record).scheduledAt().toString()))
                .doesNotHaveDuplicates()
                .containsAll(minutes);
    }

    @Test
    void while_nothing_is_due_next_to_nothing_is_committed() throws Exception {
        expanders.create("r", every(first, "UTC"), first.minusSeconds(10));
        expanders.start();
        expanders.awaitDue(1);
        long before = expanders.recordsOfTransactions();
        Thread.sleep(QUIET);
        // A transaction has three records; each partition's clock is looked at once in fifteen seconds.
        assertThat(expanders.recordsOfTransactions() - before).isLessThan(3L * 2 * Topic.PARTITIONS);
    }

    private void comeAndGo(int standbys) {
        expanders.start(Time.SYSTEM, standbys);
        expanders.awaitDue(5);
        expanders.start(Time.SYSTEM, standbys);
        expanders.awaitDue(12);
        expanders.start(Time.SYSTEM, standbys);
        expanders.awaitDue(20);
        expanders.stopFirst();
        expanders.awaitDue(RULES);
    }

    private void tellsEverythingOnceAndNothingEarly() {
        List<OccurrenceDue> due = expanders.awaitDue(RULES).stream()
                .peek(record -> assertThat(record.timestamp())
                        .isGreaterThanOrEqualTo(
                                ExpandersOnBroker.due(record).dueAt().toEpochMilli()))
                .map(ExpandersOnBroker::due)
                .toList();
        assertThat(due.stream().map(OccurrenceDue::occurrenceId)).doesNotHaveDuplicates();
        assertThat(due.stream().map(OccurrenceDue::scheduledAt))
                .containsAll(
                        IntStream.range(0, RULES).mapToObj(first::plusSeconds).toList());
    }

    private void createRules() throws Exception {
        for (int i = 0; i < RULES; i++) {
            expanders.create("rule-" + i, every(first.plusSeconds(i), "UTC"), first.minusSeconds(10));
        }
    }

    private static RuleProfile every(Instant anchor, String zone) {
        var options = Rules.options(1, 0, RetryPolicy.NONE, CatchUp.ALL, OverlapPolicy.ALLOW);
        return Rules.rule(new Every(Duration.ofMinutes(1), anchor), zone, options);
    }
}
