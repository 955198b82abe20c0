package dev.almanac.query.runs;

import org.jspecify.annotations.Nullable;

/**
 * How many occurrences of a rule had their time, and what became of them.
 *
 * @param lastRun the one that was heard of last among those that ran
 */
public record TallyView(
        String ruleId,
        long nominal,
        long succeeded,
        long failed,
        long missed,
        long skipped,
        @Nullable RunView lastRun) {

    static TallyView nothing(String ruleId) {
        return new TallyView(ruleId, 0, 0, 0, 0, 0, null);
    }

    /** Those that are going on. */
    public long open() {
        return nominal - succeeded - failed - missed - skipped;
    }

    TallyView plus(long moreNominal, long moreSucceeded, long moreFailed, long moreMissed, long moreSkipped) {
        return new TallyView(
                ruleId,
                nominal + moreNominal,
                succeeded + moreSucceeded,
                failed + moreFailed,
                missed + moreMissed,
                skipped + moreSkipped,
                lastRun);
    }

    TallyView ran(RunView run) {
        return new TallyView(ruleId, nominal, succeeded, failed, missed, skipped, run.after(lastRun));
    }
}
