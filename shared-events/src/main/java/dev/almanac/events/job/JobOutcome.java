package dev.almanac.events.job;

/** What came of a job's last run. */
public enum JobOutcome {
    /** It has not run yet. */
    NEVER,
    RUNNING,
    SUCCEEDED,
    FAILED
}
