package dev.almanac.query.live;

import dev.almanac.query.views.Delivered;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** How far one stream is. It is told of each change, and asked by few: only what is sent has an id. */
final class StreamPlace {
    private final Map<TopicPartition, Long> next;

    StreamPlace(StreamPosition start) {
        this.next = new HashMap<>(start.next());
    }

    void passes(Delivered delivered) {
        next.put(new TopicPartition(delivered.topic(), delivered.partition()), delivered.offset() + 1);
    }

    String text() {
        return new StreamPosition(next).text();
    }
}
