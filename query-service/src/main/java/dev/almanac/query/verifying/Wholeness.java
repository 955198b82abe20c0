package dev.almanac.query.verifying;

import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.wire.Topic;
import dev.almanac.query.views.Delivered;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * Whether the topics have all changes of some subjects: whoever numbers them counts from 0 and without gaps. What was lost and
 * republished since is there, too.
 */
final class Wholeness {
    /** Beyond this many changes of one subject it is not said to be whole. */
    private static final int CHANGES_MAX = 1_000_000;

    private record Heard(TopicPartition partition, String subject) {}

    private final Map<Heard, Map<String, BitSet>> numbers = new HashMap<>();

    Wholeness(List<Suspect> suspects) {
        for (Suspect suspect : suspects) {
            suspect.subjects()
                    .forEach((partition, subjects) ->
                            subjects.forEach(subject -> numbers.put(new Heard(partition, subject), new HashMap<>())));
        }
    }

    Set<TopicPartition> partitions() {
        return numbers.keySet().stream().map(Heard::partition).collect(Collectors.toSet());
    }

    void take(Delivered delivered) {
        TopicPartition partition = new TopicPartition(delivered.topic(), delivered.partition());
        Map<String, BitSet> heard =
                numbers.get(new Heard(partition, delivered.change().subject()));
        ChangeMetadata metadata = delivered.recorded().metadata();
        if (heard != null && metadata.sequence() >= 0) {
            heard.computeIfAbsent(metadata.source(), _ -> new BitSet())
                    .set((int) Math.min(metadata.sequence(), CHANGES_MAX));
        }
    }

    /** Whether changes of it are missing, or may be. */
    boolean lacksChanges(Suspect suspect, Looked looked) {
        return suspect.subjects().entrySet().stream()
                .anyMatch(place -> lacksChanges(place.getKey(), place.getValue(), looked));
    }

    private boolean lacksChanges(TopicPartition partition, Set<String> subjects, Looked looked) {
        return isNumbered(partition)
                ? subjects.stream().anyMatch(subject -> hasGaps(new Heard(partition, subject)))
                : !looked.fromTheStart(partition);
    }

    private boolean hasGaps(Heard subject) {
        return numbers.getOrDefault(subject, Map.of()).values().stream()
                .anyMatch(heard -> heard.cardinality() < heard.length() || heard.length() > CHANGES_MAX);
    }

    /** How other teams number what they write is their own affair. */
    private static boolean isNumbered(TopicPartition partition) {
        return List.of(Topic.values()).stream()
                .noneMatch(topic -> topic.isOfOthers() && topic.topicName().equals(partition.topic()));
    }
}
