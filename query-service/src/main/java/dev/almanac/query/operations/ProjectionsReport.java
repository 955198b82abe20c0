package dev.almanac.query.operations;

import dev.almanac.query.store.Layout;
import dev.almanac.query.store.Pointer;
import dev.almanac.query.views.ReadModel;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * How far the views are.
 *
 * @param version the generation that readers see
 * @param building the generation that is built beside it
 */
record ProjectionsReport(int version, @Nullable Integer building, List<ViewReport> views) {

    /**
     * @param lag changes that are on Kafka and not in the view
     */
    record ViewReport(String name, int version, long lag, List<PartitionReport> partitions) {}

    /**
     * @param nextOffset the next offset to apply
     * @param endOffset the next offset that Kafka will give
     */
    record PartitionReport(String topic, int partition, long nextOffset, long endOffset, long lag) {

        static PartitionReport of(TopicPartition partition, long next, long end) {
            return new PartitionReport(partition.topic(), partition.partition(), next, end, Math.max(0, end - next));
        }
    }

    static ProjectionsReport of(
            Pointer pointer,
            List<ReadModel<?>> models,
            Map<TopicPartition, Long> next,
            Map<TopicPartition, Long> ends) {
        Layout building = pointer.building();
        return new ProjectionsReport(
                pointer.active().number(),
                building == null ? null : building.number(),
                models.stream()
                        .sorted(Comparator.comparing(ReadModel::name))
                        .map(model -> view(model, pointer.active().number(), next, ends))
                        .toList());
    }

    private static ViewReport view(
            ReadModel<?> model, int version, Map<TopicPartition, Long> next, Map<TopicPartition, Long> ends) {
        List<PartitionReport> partitions = ends.keySet().stream()
                .filter(partition -> model.topics().stream()
                        .anyMatch(topic -> topic.topicName().equals(partition.topic())))
                .sorted(Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition))
                .map(partition -> PartitionReport.of(
                        partition, next.getOrDefault(partition, 0L), ends.getOrDefault(partition, 0L)))
                .toList();
        long lag = partitions.stream().mapToLong(PartitionReport::lag).sum();
        return new ViewReport(model.name(), version, lag, partitions);
    }
}
