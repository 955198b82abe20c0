package dev.almanac.query.view;

import dev.almanac.events.Change;
import dev.almanac.events.Recorded;

/** A change as it was found on Kafka. */
public record Delivered(String topic, int partition, long offset, Recorded<? extends Change> recorded) {

    public Change change() {
        return recorded.change();
    }

    /** Told once more to mend what readers keep of its subject: whoever tells what happens passes over it. */
    public boolean isRepublished() {
        return recorded.republication() != null;
    }

    /** Its own place in the event store; 0 where it has none, but that of its cause, which many may share. */
    long storePosition() {
        return change().derived() ? 0 : recorded.metadata().position();
    }
}
