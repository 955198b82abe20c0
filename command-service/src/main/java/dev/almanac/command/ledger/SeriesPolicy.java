package dev.almanac.command.ledger;

/** What becomes of a series when some of its occurrences find no room. */
public enum SeriesPolicy {
    /** Nothing is booked. */
    ALL_OR_NOTHING,
    /** What finds no room is cancelled, the rest is booked. */
    SKIP_CONFLICTING,
    /** Everything is booked, beyond capacity by override, and what found no room is flagged. */
    BOOK_AND_FLAG
}
