package dev.almanac.query.view.run;

/** Where a run stands. */
public enum RunState {
    /** Its time has not come, or no worker has reported on it yet. */
    SCHEDULED,
    RUNNING,
    SUCCESS,
    FAILED,
    /** It waits until somebody approves or discards it. */
    MISSED,
    SKIPPED,
    /** Its rule was paused at its time. */
    PAUSED,
    /** Its rule was disabled before it ran. */
    DISABLED
}
