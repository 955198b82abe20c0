package dev.almanac.faults.check;

import dev.almanac.events.Change;
import dev.almanac.events.Recorded;

/**
 * A change on a topic.
 *
 * @param offset in its partition
 */
public record Told(String topic, int partition, long offset, String key, Recorded<Change> recorded) {

    Change change() {
        return recorded.change();
    }

    String id() {
        return recorded.metadata().id();
    }

    String source() {
        return recorded.metadata().source();
    }

    String place() {
        return topic + "-" + partition + "@" + offset;
    }
}
