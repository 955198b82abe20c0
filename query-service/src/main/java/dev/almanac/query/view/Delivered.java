package dev.almanac.query.view;

import dev.almanac.events.Change;
import dev.almanac.events.Recorded;

/** A change as it was found on Kafka. */
public record Delivered(String topic, int partition, long offset, Recorded<? extends Change> recorded) {

    public Change change() {
        return recorded.change();
    }
}
