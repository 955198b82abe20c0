package dev.almanac.query.view;

/** An occurrence's id is its series' id, {@code @}, and its nominal local start. */
public final class OccurrenceIds {
    private OccurrenceIds() {}

    /** The schedule that an id belongs to: of an occurrence its series, of a schedule itself. */
    public static String seriesOf(String id) {
        int at = id.indexOf('@');
        return at < 0 ? id : id.substring(0, at);
    }

    /** What follows the series' id: the {@code @} and the nominal local start. */
    public static String suffixOf(String occurrenceId) {
        return occurrenceId.substring(occurrenceId.indexOf('@'));
    }

    public static boolean isOccurrence(String id) {
        return id.indexOf('@') >= 0;
    }
}
