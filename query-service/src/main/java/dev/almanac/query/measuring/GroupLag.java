package dev.almanac.query.measuring;

import dev.almanac.query.kafka.Consumers;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How many records each consumer group of the suite is behind, as the brokers see it: a group of which nobody runs says nothing
 * itself. Views have none (see {@code scheduling.projection.lag}).
 */
@Component
class GroupLag {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private final List<String> groups;
    private final Admin admin;
    private final MultiGauge lag;

    GroupLag(@Value("${almanac.watched-groups}") List<String> groups, Consumers consumers, MeterRegistry meters) {
        this.groups = List.copyOf(groups);
        this.admin = consumers.admin();
        this.lag = MultiGauge.builder("scheduling.group.lag")
                .baseUnit("records")
                .description("How many records a consumer group is behind the ends of its partitions")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "PT10S")
    void look() throws InterruptedException {
        try {
            Map<String, Map<TopicPartition, Long>> committed = committed();
            Map<TopicPartition, Long> ends = ends(committed);
            List<Row<?>> rows = new ArrayList<>();
            committed.forEach((group, offsets) -> rows.add(Row.of(Tags.of("group", group), behind(offsets, ends))));
            lag.register(rows, true);
        } catch (ExecutionException | TimeoutException unreachable) {
            // What was behind stays so: health reports Kafka.
        }
    }

    private static long behind(Map<TopicPartition, Long> offsets, Map<TopicPartition, Long> ends) {
        return offsets.entrySet().stream()
                .mapToLong(offset -> Math.max(0, ends.getOrDefault(offset.getKey(), 0L) - offset.getValue()))
                .sum();
    }

    /** A group that nobody has founded yet is behind nothing. */
    private Map<String, Map<TopicPartition, Long>> committed()
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<String, Map<TopicPartition, OffsetAndMetadata>> all = admin.listConsumerGroupOffsets(groups.stream()
                        .collect(Collectors.toMap(group -> group, _ -> new ListConsumerGroupOffsetsSpec())))
                .all()
                .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        Map<String, Map<TopicPartition, Long>> committed = new HashMap<>();
        all.forEach((group, offsets) -> committed.put(group, known(offsets)));
        return committed;
    }

    private static Map<TopicPartition, Long> known(Map<TopicPartition, OffsetAndMetadata> offsets) {
        Map<TopicPartition, Long> known = new HashMap<>();
        offsets.forEach((partition, offset) -> {
            if (offset != null) {
                known.put(partition, offset.offset());
            }
        });
        return known;
    }

    private Map<TopicPartition, Long> ends(Map<String, Map<TopicPartition, Long>> committed)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        committed
                .values()
                .forEach(offsets -> offsets.keySet().forEach(partition -> asked.put(partition, OffsetSpec.latest())));
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    @PreDestroy
    void close() {
        admin.close(PATIENCE);
    }
}
