package dev.almanac.query.verifying;

import dev.almanac.events.Change;
import dev.almanac.events.Recorded;
import dev.almanac.query.views.Delivered;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads parts of topics, beside those who follow them. */
final class Topics implements AutoCloseable {
    private static final Duration POLL_TIMEOUT = Duration.ofMillis(200);
    private final Consumer<String, Recorded<Change>> consumer;

    Topics(Consumer<String, Recorded<Change>> consumer) {
        this.consumer = consumer;
    }

    Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        return consumer.endOffsets(partitions);
    }

    Map<TopicPartition, Long> beginnings(Collection<TopicPartition> partitions) {
        return consumer.beginningOffsets(partitions);
    }

    /** The next change that can be read, if it is not far. */
    Optional<Delivered> near(TopicPartition partition, long offset) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, offset);
        return StreamSupport.stream(consumer.poll(POLL_TIMEOUT).spliterator(), false)
                .filter(message -> message.value() != null)
                .findFirst()
                .map(Topics::delivered);
    }

    /** Hands on what can be read of these offsets; says whether there was time to read to the end. */
    boolean read(
            TopicPartition partition,
            long from,
            long till,
            Deadline deadline,
            java.util.function.Consumer<Delivered> taker) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        while (consumer.position(partition) < till) {
            if (deadline.isOver()) {
                return false;
            }
            for (ConsumerRecord<String, Recorded<Change>> message : consumer.poll(POLL_TIMEOUT)) {
                if (message.value() != null && message.offset() < till) {
                    taker.accept(delivered(message));
                }
            }
        }
        return true;
    }

    private static Delivered delivered(ConsumerRecord<String, Recorded<Change>> message) {
        return new Delivered(message.topic(), message.partition(), message.offset(), message.value());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
