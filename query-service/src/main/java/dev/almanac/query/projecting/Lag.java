package dev.almanac.query.projecting;

import dev.almanac.events.wire.Topic;
import dev.almanac.query.kafka.Consumers;
import dev.almanac.query.position.Applied;
import dev.almanac.query.position.Freshness;
import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Generations;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How far the views are behind what is on Kafka: the ends of the partitions less the positions beside the views, so that it
 * grows while nobody projects at all.
 */
@Component
class Lag {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Of one partition that has more than the views: how much, and since when they stand where they are. */
    private record Behind(long position, long records, long sinceMillis) {}

    private final Map<TopicPartition, Behind> behind = new ConcurrentHashMap<>();
    private final Generations generations;
    private final Clock clock;
    private final Admin admin;
    private final Applied applied;
    private final Freshness freshness;

    Lag(
            Generations generations,
            Consumers consumers,
            Applied applied,
            Freshness freshness,
            Clock clock,
            MeterRegistry meters) {
        this.applied = applied;
        this.freshness = freshness;
        this.generations = generations;
        this.clock = clock;
        this.admin = consumers.admin();
        for (Topic topic : Topic.values()) {
            Gauge.builder("scheduling.projection.lag", () -> seconds(topic.topicName()))
                    .baseUnit("seconds")
                    .tag("topic", topic.topicName())
                    .description("For how long the views have stood still before changes that are on Kafka")
                    .register(meters);
            Gauge.builder("scheduling.projection.behind", () -> records(topic.topicName()))
                    .baseUnit("records")
                    .tag("topic", topic.topicName())
                    .description("How many offsets the views are behind the end of the topic")
                    .register(meters);
        }
    }

    @Scheduled(fixedDelay = 1000)
    void look() throws InterruptedException {
        try {
            Map<TopicPartition, Long> ends = ends();
            Generation active = generations.active();
            active.positions()
                    .read()
                    .onErrorComplete()
                    .blockOptional(PATIENCE)
                    .ifPresent(positions -> note(active, positions, ends));
        } catch (ExecutionException | TimeoutException | IllegalStateException unreachable) {
            // What was behind stays so: health reports Kafka and the store.
        }
    }

    /** Partitions that other instances apply, too: reads here say how far the views are. */
    private void note(Generation active, Map<TopicPartition, Long> positions, Map<TopicPartition, Long> ends) {
        applied.advance(active.number(), positions);
        ends.forEach((partition, end) -> note(partition, positions.getOrDefault(partition, 0L), end));
        freshness.stoodSince(behind.values().stream()
                .map(part -> Instant.ofEpochMilli(part.sinceMillis()))
                .min(Comparator.naturalOrder())
                .orElse(null));
    }

    private void note(TopicPartition partition, long position, long end) {
        long now = clock.millis();
        behind.compute(
                partition,
                (_, before) -> position >= end
                        ? null
                        : new Behind(
                                position,
                                end - position,
                                before != null && before.position() == position ? before.sinceMillis() : now));
    }

    private Map<TopicPartition, Long> ends() throws InterruptedException, ExecutionException, TimeoutException {
        return admin
                .listOffsets(
                        Consumers.domainPartitions().stream()
                                .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest())),
                        new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private double seconds(String topic) {
        return of(topic).values().stream()
                        .mapToLong(part -> Math.max(0, clock.millis() - part.sinceMillis()))
                        .max()
                        .orElse(0)
                / 1000.0;
    }

    private double records(String topic) {
        return of(topic).values().stream().mapToLong(Behind::records).sum();
    }

    private Map<TopicPartition, Behind> of(String topic) {
        return behind.entrySet().stream()
                .filter(entry -> entry.getKey().topic().equals(topic))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @PreDestroy
    void close() {
        admin.close(PATIENCE);
    }
}
