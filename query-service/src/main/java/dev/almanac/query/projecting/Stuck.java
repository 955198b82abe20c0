package dev.almanac.query.projecting;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

/** Where batches failed again and again: views that stand still for good are somebody's business at once. */
@Component
public class Stuck {
    private static final int TIMES = 3;

    private record Place(int generation, TopicPartition partition) {}

    private record Failed(long offset, int times) {}

    private final Map<Place, Failed> failed = new ConcurrentHashMap<>();

    /** Takes the first offset of each partition in the batch. */
    void failedAt(int generation, Map<TopicPartition, Long> first) {
        first.forEach((partition, offset) -> failed.merge(
                new Place(generation, partition), new Failed(offset, 1), (before, _) -> again(before, offset)));
    }

    private static Failed again(Failed before, long offset) {
        return new Failed(offset, before.offset() == offset ? before.times() + 1 : 1);
    }

    void advanced(int generation, Map<TopicPartition, Long> next) {
        next.forEach((partition, offset) -> failed.computeIfPresent(
                new Place(generation, partition), (_, before) -> offset > before.offset() ? null : before));
    }

    void forget(int generation) {
        failed.keySet().removeIf(place -> place.generation() == generation);
    }

    /** Partitions of the generation, and the offset at which each stands still. */
    public Map<String, Long> places(int generation) {
        return failed.entrySet().stream()
                .filter(entry -> entry.getKey().generation() == generation
                        && entry.getValue().times() >= TIMES)
                .collect(Collectors.toMap(
                        entry -> entry.getKey().partition().toString(),
                        entry -> entry.getValue().offset()));
    }
}
