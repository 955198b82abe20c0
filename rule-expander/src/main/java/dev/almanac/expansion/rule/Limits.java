package dev.almanac.expansion.rule;

import java.time.Duration;

/** The bounds of everything that could grow. */
final class Limits {
    /** What is published later than this was overdue, and the rule's catch-up decides; a run may take so much longer. */
    static final Duration GRACE = Duration.ofMinutes(1);

    /** What is overdue for longer is not caught up. */
    static final Duration CATCH_UP_WINDOW = Duration.ofDays(1);

    /** How many occurrences of a rule are decided in one step; the rest follows in the next. */
    static final int OCCURRENCES_PER_STEP = 1000;

    /** How many changes of a rule wait until what lies before them was decided. */
    static final int DEFERRED_MAX = 100;

    /** How many missed runs of a rule wait for approval; the oldest give way, and stay missed. */
    static final int STASIS_MAX = 1000;

    private Limits() {}
}
