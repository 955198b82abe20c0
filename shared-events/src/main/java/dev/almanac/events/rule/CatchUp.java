package dev.almanac.events.rule;

/** What becomes of occurrences whose time passed while nobody could say that they were due. */
public enum CatchUp {
    /** They are skipped. */
    NONE,
    /** The last one runs, the others are skipped. */
    LAST,
    /** All of them run, in order, as far back as a day. */
    ALL,
    /** They are missed, and wait until a person approves or discards them. */
    APPROVAL
}
