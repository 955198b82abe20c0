package dev.almanac.query.position;

/** What an answer shows, in growing order: the more is derived, the longer it takes. */
public enum Extent {
    /** Nothing but what was recorded. */
    RECORDED,
    /** The occurrences of series, too. */
    EXPANDED,
    /** The conflicts that follow, too. */
    EXAMINED
}
