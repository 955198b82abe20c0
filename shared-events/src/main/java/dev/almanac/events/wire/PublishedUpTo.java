package dev.almanac.events.wire;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import tools.jackson.core.JacksonException;

/**
 * The value of {@link Topic#PUBLISHED_V1}: every change of the event store up to a position is on Kafka,
 * except those in the gaps.
 *
 * @param position the last position of the store that was published
 * @param gaps positions below that whose transactions had not committed yet, or never will
 * @param offsets the last offset written to each partition that the publisher touched since the record before, by the
 *     partition's name, such as {@code scheduling.schedules.v1-3}
 */
public record PublishedUpTo(long position, Set<Long> gaps, Map<String, Long> offsets) {

    /** The one key of the compacted topic. */
    public static final String KEY = "published";

    public PublishedUpTo {
        gaps = Set.copyOf(gaps == null ? Set.of() : gaps);
        offsets = Map.copyOf(offsets == null ? Map.of() : offsets);
    }

    /** Whether the change at this position is on Kafka. */
    public boolean covers(long changePosition) {
        return changePosition <= position && !gaps.contains(changePosition);
    }

    public static String partitionName(String topic, int partition) {
        return new TopicPartition(topic, partition).toString();
    }

    public static PublishedUpTo read(byte[] json) {
        try {
            return ChangeJson.mapper().readValue(json, PublishedUpTo.class);
        } catch (JacksonException e) {
            throw new UnreadableChange("not a PublishedUpTo", e);
        }
    }

    public byte[] write() {
        return ChangeJson.mapper().writeValueAsBytes(this);
    }
}
