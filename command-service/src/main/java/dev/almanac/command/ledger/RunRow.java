package dev.almanac.command.ledger;

/**
 * A run that is not over.
 *
 * @param attempt from 1; 0 before the first
 */
public record RunRow(String occurrenceId, String ruleId, State state, int attempt) {
    /** Where it stands. */
    public enum State {
        /** Somebody asked for it, and rule-expander has not answered. */
        REQUESTED,
        DUE,
        RUNNING,
        /** The attempt failed, and another one follows. */
        RETRYING,
        MISSED,
        /** It was missed, and is to run at another time. */
        POSTPONED
    }

    /** Whether a person may still say what becomes of it. */
    public boolean isMissed() {
        return state == State.MISSED || state == State.POSTPONED;
    }

    /** Whether a worker may report on this attempt; null means the one under way. */
    public boolean takesReportOn(@org.jspecify.annotations.Nullable Integer reported) {
        return (state == State.DUE || state == State.RUNNING) && (reported == null || reported == attempt);
    }
}
