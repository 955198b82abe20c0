package dev.almanac.backup;

import dev.almanac.events.wire.PublishedUpTo;
import dev.almanac.events.wire.Topic;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.TopicPartition;

/**
 * Records that say at which offsets others lie. Restored records lie one behind the other, without the gaps that transactions and
 * compaction leave: what names an offset is written as it will be true then.
 */
final class PublishedPlaces {
    /** Topics whose records name offsets come when those of all others are known. */
    static final Comparator<String> LAST =
            Comparator.<String, Boolean>comparing(Topic.PUBLISHED_V1::equals).thenComparing(Comparator.naturalOrder());

    private PublishedPlaces() {}

    static UnaryOperator<StoredRecord> in(String topic, Map<TopicPartition, long[]> offsets) {
        return topic.equals(Topic.PUBLISHED_V1) ? read -> translated(read, offsets) : UnaryOperator.identity();
    }

    private static StoredRecord translated(StoredRecord read, Map<TopicPartition, long[]> offsets) {
        if (read.value() == null) {
            return read;
        }
        PublishedUpTo point = PublishedUpTo.read(read.value());
        Map<String, Long> places = new HashMap<>();
        offsets.forEach((place, of) -> {
            Long last = point.offsets().get(place.toString());
            if (last != null) {
                places.put(place.toString(), Broker.before(of, last + 1) - 1);
            }
        });
        PublishedUpTo then = new PublishedUpTo(point.position(), point.gaps(), places);
        return new StoredRecord(read.timestamp(), read.key(), then.write(), read.headers());
    }
}
