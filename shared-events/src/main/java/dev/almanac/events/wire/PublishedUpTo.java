package dev.almanac.events.wire;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;

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

    private static final Pattern PARTITION = Pattern.compile("[a-zA-Z0-9._-]{1,249}-[0-9]{1,9}");
    private static final ObjectReader READER = ChangeJson.mapper()
            .readerFor(PublishedUpTo.class)
            .with(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

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

    /**
     * What the record says.
     *
     * @throws UnreadableChange where it is none, or speaks of what is no partition
     */
    public static PublishedUpTo read(byte @Nullable [] json) {
        try {
            PublishedUpTo point = Objects.requireNonNull(READER.<PublishedUpTo>readValue(Objects.requireNonNull(json)));
            point.offsets.keySet().forEach(PublishedUpTo::requirePartition);
            return point;
        } catch (RuntimeException e) {
            throw new UnreadableChange("not a PublishedUpTo", e);
        }
    }

    private static void requirePartition(String name) {
        if (!PARTITION.matcher(name).matches()) {
            throw new IllegalArgumentException("no partition has that name");
        }
    }

    public byte[] write() {
        return ChangeJson.mapper().writeValueAsBytes(this);
    }
}
