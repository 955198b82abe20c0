package dev.almanac.query.views;

import dev.almanac.events.Change;
import dev.almanac.events.Recorded;

/**
 * A change of the family that a projection takes, as it was found on Kafka.
 *
 * @param offset where it was found, or the number that its projection orders it by
 */
record ProjectedChange<C extends Change>(long offset, Recorded<C> recorded) {

    ProjectedChange<C> orderedBy(Projection<?, C> projection) {
        return new ProjectedChange<>(projection.order(change(), offset), recorded);
    }

    C change() {
        return recorded.change();
    }

    /** Republished to mend what readers keep of its subject. */
    boolean isRepublished() {
        return recorded.republication() != null;
    }

    /** Its own place in the event store; 0 where it has none, but that of its cause, which many may share. */
    long storePosition() {
        return change().derived() ? 0 : recorded.metadata().position();
    }
}
