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

    boolean isSameAs(Published other) {
        return recorded.equals(other.recorded);
    }
}
