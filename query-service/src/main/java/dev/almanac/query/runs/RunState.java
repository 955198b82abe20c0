package dev.almanac.query.runs;

/** Where a run stands. */
public enum RunState {
    /** It lies ahead. */
    SCHEDULED,
    /** Published as due; no worker has reported yet. */
    DUE,
    RUNNING,
    /** An attempt failed, and another one follows. */
    RETRYING,
    SUCCESS,
    FAILED,
    /** It waits until somebody approves or discards it. */
    MISSED,
    /** It was missed, and a person gave it another time. */
    POSTPONED,
    SKIPPED,
    /** Its rule was paused at its time. */
    PAUSED,
    /** Its rule was disabled before it ran. */
    DISABLED
}
