package dev.almanac.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.faults.check.Verdict;
import dev.almanac.local.machine.Folders;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One of everything under load: the short version of {@code deploy/faults/run}. */
class FaultsIT {
    private static final System.Logger LOG = System.getLogger(FaultsIT.class.getName());
    private static final long SEED = 22;
    /** Half a minute on a machine that does nothing else; what it was is in the log. */
    private static final Duration RECOVERY = Duration.ofMinutes(4);

    private static final Set<String> FAULTS = Set.of(
            "repeats",
            "poison",
            "kill-command-service",
            "kill-query-service",
            "kill-conflict-detector",
            "kill-rule-expander",
            "everything");

    /** It stays, so that a broken promise can be looked into: {@code ./up --stores-only --data …/data} brings the stores back. */
    private static final Path FOLDER = Path.of("target", "faults").toAbsolutePath();

    @Test
    void nothing_acknowledged_is_lost_or_doubled_and_views_are_the_fold_of_the_log_whatever_is_killed()
            throws Exception {
        // The same seed books under the same titles.
        Folders.delete(FOLDER);
        try (Trial trial =
                Trial.begin(Plan.single(SEED, FOLDER, FAULTS), line -> LOG.log(System.Logger.Level.INFO, line))) {
            trial.go();

            Verdict verdict = trial.verdict(RECOVERY);
            LOG.log(System.Logger.Level.INFO, verdict.text());
            assertThat(verdict.broken()).isEmpty();
        }
    }
}
