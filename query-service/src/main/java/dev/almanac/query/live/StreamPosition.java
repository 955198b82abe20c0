package dev.almanac.query.live;

import dev.almanac.events.wire.Topic;
import dev.almanac.query.kafka.Consumers;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a stream of changes is: the next offset of every partition. Its text is the event id, so that any instance
 * can go on where another, or this one before a restart, has stopped.
 */
record StreamPosition(Map<TopicPartition, Long> next) {
    private static final List<TopicPartition> ORDER = Consumers.domainPartitions();

    StreamPosition {
        next = Map.copyOf(next);
    }

    /** One of a build that knew fewer topics has heard nothing of the later ones, which come last. */
    static Optional<StreamPosition> parse(String text) {
        String[] numbers = text.split("\\.", -1);
        if (numbers.length > ORDER.size()
                || numbers.length % Topic.PARTITIONS != 0
                || !Arrays.stream(numbers).allMatch(StreamPosition::isOffset)) {
            return Optional.empty();
        }
        Map<TopicPartition, Long> next = new HashMap<>();
        for (int i = 0; i < numbers.length; i++) {
            next.put(ORDER.get(i), Long.parseLong(numbers[i]));
        }
        return Optional.of(new StreamPosition(next));
    }

    String text() {
        return ORDER.stream().map(partition -> Long.toString(of(partition))).collect(Collectors.joining("."));
    }

    long of(TopicPartition partition) {
        return next.getOrDefault(partition, 0L);
    }

    StreamPosition after(TopicPartition partition, long offset) {
        Map<TopicPartition, Long> moved = new HashMap<>(next);
        moved.put(partition, offset + 1);
        return new StreamPosition(moved);
    }

    /** How many offsets lie between; negative when this is ahead anywhere, as after the topics were made anew. */
    long distanceTo(StreamPosition end) {
        long distance = 0;
        for (TopicPartition partition : ORDER) {
            long ahead = end.of(partition) - of(partition);
            if (ahead < 0) {
                return -1;
            }
            distance += ahead;
        }
        return distance;
    }

    private static boolean isOffset(String number) {
        return !number.isEmpty() && number.length() <= 18 && number.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
