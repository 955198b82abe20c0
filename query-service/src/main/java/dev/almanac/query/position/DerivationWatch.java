package dev.almanac.query.position;

import dev.almanac.events.wire.Derivation;
import dev.almanac.events.wire.Topic;
import dev.almanac.query.kafka.Consumers;
import dev.almanac.query.kafka.Follower;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsResult;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.springframework.stereotype.Component;

/**
 * Asks Kafka how far the streams have come, for as long as somebody waits for it: it costs the streams nothing, and it is as true
 * after a restart or while nothing new is written.
 */
@Component
class DerivationWatch extends Follower {
    private static final Duration SOONEST = Duration.ofMillis(5);
    /** Whoever is far behind comes no sooner for being asked more often, and brokers have better things to do. */
    private static final Duration LATEST = Duration.ofMillis(80);

    private static final Duration UNTIL_A_WISH = Duration.ofMillis(500);
    private static final Map<String, ListConsumerGroupOffsetsSpec> GROUPS = Map.of(
            Derivation.OCCURRENCES.group(),
            new ListConsumerGroupOffsetsSpec(),
            Derivation.CONFLICTS.group(),
            new ListConsumerGroupOffsetsSpec());

    private final Consumers consumers;
    private final PositionGate gate;

    DerivationWatch(Consumers consumers, PositionGate gate) {
        super("derivation-watch");
        this.consumers = consumers;
        this.gate = gate;
    }

    @Override
    protected void follow(BooleanSupplier goesOn) throws InterruptedException {
        try (Admin admin = consumers.admin()) {
            List<TopicPartition> lanes = List.of();
            Duration pause = SOONEST;
            while (goesOn.getAsBoolean()) {
                gate.awaitWish(UNTIL_A_WISH);
                if (gate.isAwaited()) {
                    lanes = lanes.isEmpty() ? lanes(admin) : lanes;
                    gate.looked(look(admin, lanes));
                    Thread.sleep(pause);
                }
                pause = gate.isAwaited() ? longer(pause) : SOONEST;
            }
        }
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LATEST) > 0 ? LATEST : doubled;
    }

    /** The order matters: what was derived up to the commits lies before the ends. */
    private static StreamProgress look(Admin admin, List<TopicPartition> lanes) throws InterruptedException {
        ListConsumerGroupOffsetsResult groups = admin.listConsumerGroupOffsets(GROUPS);
        Map<TopicPartition, Long> expander = committed(groups, Derivation.OCCURRENCES);
        Map<TopicPartition, Long> detector = committed(groups, Derivation.CONFLICTS);
        return new StreamProgress(expander, detector, ends(admin, lanes));
    }

    /** Of a group that has never committed anything, nothing. */
    private static Map<TopicPartition, Long> committed(ListConsumerGroupOffsetsResult groups, Derivation derivation)
            throws InterruptedException {
        Map<TopicPartition, Long> committed = new HashMap<>();
        answer(groups.partitionsToOffsetAndMetadata(derivation.group())).forEach((partition, offset) -> {
            if (offset != null) {
                committed.put(partition, offset.offset());
            }
        });
        return committed;
    }

    /** With what is not committed yet: it may belong to what the groups have committed. */
    private static Map<TopicPartition, Long> ends(Admin admin, List<TopicPartition> lanes) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        Stream.of(
                        Consumers.partitions(Topic.OCCURRENCES).stream(),
                        Consumers.partitions(Topic.CONFLICTS).stream(),
                        lanes.stream())
                .flatMap(partitions -> partitions)
                .forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        answer(admin.listOffsets(latest).all()).forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    /** None before the conflict-detector has run for the first time. */
    private static List<TopicPartition> lanes(Admin admin) throws InterruptedException {
        try {
            return answer(admin.describeTopics(Set.of(Underway.LANES)).allTopicNames()).values().stream()
                    .flatMap(DerivationWatch::partitions)
                    .toList();
        } catch (UnknownTopicOrPartitionException notYet) {
            return List.of();
        }
    }

    private static Stream<TopicPartition> partitions(TopicDescription topic) {
        return topic.partitions().stream().map(partition -> new TopicPartition(topic.name(), partition.partition()));
    }

    private static <T> T answer(KafkaFuture<T> future) throws InterruptedException {
        try {
            return Objects.requireNonNull(future.get());
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(failure.getCause());
        }
    }
}
