package dev.almanac.query.verifying;

import dev.almanac.events.wire.Topic;
import dev.almanac.query.kafka.Consumers;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a verification has looked.
 *
 * @param at when
 * @param applied how far the views surely were when the documents were found
 * @param unread partitions that were not read to the end
 * @param beginnings the first offsets that the topics still have
 */
record Looked(
        Instant at,
        Map<TopicPartition, Long> applied,
        Set<TopicPartition> unread,
        Map<TopicPartition, Long> beginnings) {

    boolean hasReadAllOf(Set<Topic> topics) {
        return partitions(topics).noneMatch(unread::contains);
    }

    boolean hasReadAll(Set<TopicPartition> partitions) {
        return partitions.stream().noneMatch(unread::contains);
    }

    /** Whether none of them was cut off at its beginning. */
    boolean fromTheStart(Set<Topic> topics) {
        return partitions(topics).allMatch(this::fromTheStart);
    }

    boolean fromTheStart(TopicPartition partition) {
        return beginnings.getOrDefault(partition, 0L) == 0;
    }

    private static Stream<TopicPartition> partitions(Set<Topic> topics) {
        return topics.stream().flatMap(topic -> Consumers.partitions(topic).stream());
    }
}
