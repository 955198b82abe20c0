package dev.almanac.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.faults.check.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Three brokers and two instances of every service under load, on this machine: the short version of {@code deploy/faults/run}. */
@DisabledIfSystemProperty(
        named = "almanac.cluster",
        matches = "false",
        disabledReason = "not wanted here: it starts fourteen JVMs, which take 6 GB")
class ClusterIT {
    private static final System.Logger LOG = System.getLogger(ClusterIT.class.getName());
    private static final long SEED = 22;
    /** Half a minute on a machine that does nothing else; what it was is in the log. */
    private static final Duration RECOVERY = Duration.ofMinutes(2);

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    @Test
    void work_is_split_and_nothing_is_lost_or_doubled_whatever_goes_or_is_restarted() throws Exception {
        Plan plan = Plan.cluster(
                SEED,
                folder,
                Set.of("instance-of-each-gone", "broker-gone", "mongodb-forgets", "rolling-waves", "scaling"));
        try (Trial trial = Trial.begin(plan, line -> LOG.log(System.Logger.Level.INFO, line))) {
            await().atMost(PATIENCE).untilAsserted(() -> {
                Map<String, List<Integer>> split = Split.of(trial.suite());
                assertThat(split.get("conflict-detector")).hasSize(2).doesNotContain(0);
                assertThat(split.get("rule-expander")).hasSize(2).doesNotContain(0);
                assertThat(split.entrySet())
                        .anySatisfy(group -> assertThat(group.getKey()).startsWith("almanac-query-service"))
                        .filteredOn(group -> group.getKey().startsWith("almanac-query-service"))
                        .allSatisfy(
                                group -> assertThat(group.getValue()).hasSize(2).doesNotContain(0));
            });

            trial.go();

            Verdict verdict = trial.verdict(RECOVERY);
            LOG.log(System.Logger.Level.INFO, verdict.text());
            assertThat(verdict.broken()).isEmpty();
        }
    }
}
