package dev.almanac.query.position;

import dev.almanac.events.wire.FailureText;
import dev.almanac.events.wire.PublishedUpTo;
import dev.almanac.events.wire.Topic;
import dev.almanac.events.wire.UnreadableChange;
import dev.almanac.query.kafka.Consumers;
import dev.almanac.query.kafka.Follower;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Follows {@code scheduling.published.v1} from its last record. */
@Component
class PublishedFollower extends Follower {
    private static final Logger LOG = LoggerFactory.getLogger(PublishedFollower.class);
    private static final TopicPartition PUBLISHED = new TopicPartition(Topic.PUBLISHED_V1, 0);
    private static final Duration POLL_TIMEOUT = Duration.ofMillis(500);
    /** The last offset may be a gap that compaction or a transaction left; a record is close before it. */
    private static final long LOOK_BACK = 16;

    private final Consumers consumers;
    private final PositionGate gate;
    private final Counter unreadable;

    PublishedFollower(Consumers consumers, PositionGate gate, MeterRegistry meters) {
        super("published-follower");
        this.unreadable = meters.counter("scheduling.published.unreadable");
        this.consumers = consumers;
        this.gate = gate;
    }

    @Override
    protected void follow(BooleanSupplier goesOn) {
        try (Consumer<String, byte[]> consumer = consumers.ofBytes()) {
            consumer.assign(List.of(PUBLISHED));
            long end = Objects.requireNonNull(
                    consumer.endOffsets(List.of(PUBLISHED)).get(PUBLISHED));
            Map<String, Long> known = lastOffsets(consumer);
            long beginning = Objects.requireNonNull(
                    consumer.beginningOffsets(List.of(PUBLISHED)).get(PUBLISHED));
            consumer.seek(PUBLISHED, Math.max(beginning, end - LOOK_BACK));
            while (goesOn.getAsBoolean()) {
                consumer.poll(POLL_TIMEOUT).forEach(message -> published(message, end, known));
            }
        }
    }

    /** What was published before we looked lies below the ends of the topics, whatever compaction has dropped. */
    private void published(ConsumerRecord<String, byte[]> message, long end, Map<String, Long> known) {
        try {
            PublishedUpTo point = PublishedUpTo.read(message.value());
            gate.published(message.offset() < end ? new PublishedUpTo(point.position(), point.gaps(), known) : point);
        } catch (UnreadableChange bad) {
            // The publisher says more with its next batch; nobody waits for what somebody else wrote here.
            LOG.warn("No published position at offset {}: {}", message.offset(), FailureText.of(bad));
            unreadable.increment();
        }
    }

    private static Map<String, Long> lastOffsets(Consumer<String, byte[]> consumer) {
        Map<String, Long> last = new HashMap<>();
        consumer.endOffsets(Consumers.domainPartitions()).forEach((partition, end) -> {
            if (end > 0) {
                last.put(partition.toString(), end - 1);
            }
        });
        return last;
    }
}
