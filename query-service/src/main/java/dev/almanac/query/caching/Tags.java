package dev.almanac.query.caching;

/** Names for what answers are made of. Those of calendars and resources are the names of their lanes. */
public final class Tags {
    /** Which rules there are, and when they run. */
    public static final String RULES = "rules";

    /** Who may see which calendars. */
    public static final String RIGHTS = "rights";

    /** Touched where nobody knows what a change touches. */
    static final String EVERYTHING = "everything";

    private Tags() {}

    /** An event with all its occurrences, or a rule with its runs. */
    public static String ofSeries(String seriesId) {
        return "s:" + seriesId;
    }

    public static String ofConflict(String conflictId) {
        return "x:" + conflictId;
    }
}
