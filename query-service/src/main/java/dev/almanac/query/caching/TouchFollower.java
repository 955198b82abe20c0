package dev.almanac.query.caching;

import dev.almanac.events.Change;
import dev.almanac.events.Recorded;
import dev.almanac.query.kafka.Consumers;
import dev.almanac.query.kafka.Follower;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Follows all changes from now on, to know which answers they touch. Every instance follows all partitions. */
@Component
class TouchFollower extends Follower {
    private static final Duration POLL_TIMEOUT = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Set<String> EVERYTHING = Set.of(Tags.EVERYTHING);

    private final Consumers consumers;
    private final Touches touches;
    private final TouchLog log;

    TouchFollower(Consumers consumers, Touches touches, TouchLog log) {
        super("touch-follower");
        this.consumers = consumers;
        this.touches = touches;
        this.log = log;
    }

    @Override
    protected void follow(BooleanSupplier goesOn) {
        try (Consumer<String, Recorded<Change>> consumer = consumers.ofChanges()) {
            consumer.assign(Consumers.domainPartitions());
            start(consumer).forEach(consumer::seek);
            while (goesOn.getAsBoolean()) {
                consumer.poll(POLL_TIMEOUT).forEach(this::take);
                log.passed(positions(consumer));
            }
        }
    }

    /** Where it stopped when Kafka failed it; the ends of the topics at first. */
    private Map<TopicPartition, Long> start(Consumer<?, ?> consumer) {
        Map<TopicPartition, Long> known = log.till();
        if (!known.isEmpty()) {
            return known;
        }
        Map<TopicPartition, Long> ends = consumer.endOffsets(Consumers.domainPartitions());
        log.begin(ends);
        return ends;
    }

    private void take(ConsumerRecord<String, Recorded<Change>> message) {
        log.touched(new TopicPartition(message.topic(), message.partition()), message.offset(), tags(message.value()));
    }

    /** What cannot be read goes to the dead letters, and touches nothing. */
    private Set<String> tags(@Nullable Recorded<Change> recorded) {
        if (recorded == null) {
            return Set.of();
        }
        if (recorded.republication() != null) {
            return EVERYTHING;
        }
        return touches.of(recorded.change())
                .onErrorComplete()
                .blockOptional(PATIENCE)
                .orElse(EVERYTHING);
    }

    private static Map<TopicPartition, Long> positions(Consumer<?, ?> consumer) {
        Map<TopicPartition, Long> positions = new HashMap<>();
        consumer.assignment().forEach(partition -> positions.put(partition, consumer.position(partition)));
        return positions;
    }
}
