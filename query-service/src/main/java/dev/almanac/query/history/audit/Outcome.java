package dev.almanac.query.history.audit;

/** What became of a wish. */
enum Outcome {
    DONE,
    /** For want of room (SCH-023). Other refusals change nothing, and are not recorded. */
    REFUSED
}
