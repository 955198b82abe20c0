package dev.almanac.audit;

import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;

/**
 * A change where it was published.
 *
 * @param stream topic and key
 */
record Published(String place, String stream, Recorded<Change> recorded) {

    ChangeMetadata metadata() {
        return recorded.metadata();
    }

    Change change() {
        return recorded.change();
    }

    /** Whether or not it is republished to mend its subject. */
    boolean isSameAs(Published other) {
        return recorded.in(null).equals(other.recorded.in(null));
    }
}
