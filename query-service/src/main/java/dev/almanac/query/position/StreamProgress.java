package dev.almanac.query.position;

import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the streams had come, and where the topics that they write ended after that. Whatever they derived from what they had
 * read lies before those ends, although it may not be committed on all of them yet.
 *
 * @param expander the next offset that rule-expander reads of each partition, as it has committed
 * @param detector the same of conflict-detector
 * @param ends the next offset that will be written to each partition of the topics that they write
 */
record StreamProgress(
        Map<TopicPartition, Long> expander, Map<TopicPartition, Long> detector, Map<TopicPartition, Long> ends) {
    StreamProgress {
        expander = Map.copyOf(expander);
        detector = Map.copyOf(detector);
        ends = Map.copyOf(ends);
    }

    Map<TopicPartition, Long> endsOf(String topic) {
        return ends.entrySet().stream()
                .filter(end -> end.getKey().topic().equals(topic) && end.getValue() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
