package dev.almanac.query.orphans;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sweep has found.
 *
 * @param failure why it has failed, if it has
 * @param pairs how many companions were looked at
 * @param found how many of them are out of step
 * @param findings the first of these, by the id of the primary
 */
public record OrphanReport(
        Outcome outcome,
        @Nullable String failure,
        Instant startedAt,
        Instant finishedAt,
        int pairs,
        int found,
        List<Orphan> findings) {

    /** What became of it. */
    public enum Outcome {
        FINISHED,
        /** There was no time for all pairs, or more of them were out of step than a report holds. */
        UNFINISHED,
        FAILED
    }

    public OrphanReport {
        findings = List.copyOf(findings);
    }

    OrphanReport withFindings(List<Orphan> others) {
        return new OrphanReport(outcome, failure, startedAt, finishedAt, pairs, found, others);
    }
}
