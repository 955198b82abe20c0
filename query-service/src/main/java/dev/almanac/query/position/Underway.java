package dev.almanac.query.position;

import dev.almanac.events.wire.Derivation;
import dev.almanac.events.wire.PublishedUpTo;
import dev.almanac.events.wire.Topic;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** A published point on its way through the streams. Offsets are the next ones behind what has to be there. */
final class Underway {
    static final String LANES = Derivation.CONFLICTS.stepTopic(Derivation.LANES_STEP);

    private final PublishedUpTo point;
    private final Map<TopicPartition, Long> written;
    private @Nullable Map<TopicPartition, Long> occurrences;
    private @Nullable Map<TopicPartition, Long> lanes;
    private @Nullable Map<TopicPartition, Long> conflicts;

    Underway(PublishedUpTo point) {
        this.point = point;
        this.written = point.offsets().entrySet().stream()
                .collect(Collectors.toMap(offset -> partition(offset.getKey()), offset -> offset.getValue() + 1));
    }

    PublishedUpTo point() {
        return point;
    }

    /** Notes where each step ended as soon as the step has passed what it had to derive from. */
    void look(StreamProgress look) {
        if (occurrences == null && have(look.expander(), of(Derivation.OCCURRENCES))) {
            occurrences = look.endsOf(Topic.OCCURRENCES_V1);
        }
        if (lanes == null
                && occurrences != null
                && have(look.detector(), occurrences)
                && have(look.detector(), of(Derivation.CONFLICTS))) {
            lanes = look.endsOf(LANES);
        }
        if (conflicts == null && lanes != null && have(look.detector(), lanes)) {
            conflicts = look.endsOf(Topic.CONFLICTS_V1);
        }
    }

    boolean isExpandedIn(Passed.Contains views) {
        return occurrences != null && views.containAll(written) && views.containAll(occurrences);
    }

    boolean isExaminedIn(Passed.Contains views) {
        return conflicts != null && views.containAll(conflicts);
    }

    Underway with(PublishedUpTo later) {
        return new Underway(Passed.merged(point, later));
    }

    private Map<TopicPartition, Long> of(Derivation derivation) {
        Map<TopicPartition, Long> read = new HashMap<>(written);
        read.keySet()
                .removeIf(partition -> derivation.from().stream()
                        .noneMatch(topic -> topic.topicName().equals(partition.topic())));
        return read;
    }

    private static boolean have(Map<TopicPartition, Long> committed, Map<TopicPartition, Long> needed) {
        return needed.entrySet().stream()
                .allMatch(need -> committed.getOrDefault(need.getKey(), 0L) >= need.getValue());
    }

    static TopicPartition partition(String name) {
        int dash = name.lastIndexOf('-');
        return new TopicPartition(name.substring(0, dash), Integer.parseInt(name.substring(dash + 1)));
    }
}
