package dev.almanac.events;

/** The id of one occurrence of a series: the series' id, {@code @}, and the nominal local start, such as {@code s1@20260308T023000}. */
public final class OccurrenceId {
    private static final char AT = '@';

    private OccurrenceId() {}

    public static String of(String seriesId, String time) {
        return seriesId + AT + time;
    }

    public static boolean isOne(String id) {
        return id.indexOf(AT) >= 0;
    }

    /** The series of an occurrence; the id of anything else is that of its own. */
    public static String seriesOf(String id) {
        int at = id.indexOf(AT);
        return at < 0 ? id : id.substring(0, at);
    }

    /** What tells an occurrence from the others of its series. */
    public static String timeOf(String occurrenceId) {
        return occurrenceId.substring(occurrenceId.indexOf(AT) + 1);
    }
}
