package dev.almanac.query.projecting;

import dev.almanac.events.Change;
import dev.almanac.events.Recorded;
import dev.almanac.events.wire.FailureText;
import dev.almanac.query.position.Applied;
import dev.almanac.query.store.Positions;
import dev.almanac.query.views.Delivered;
import dev.almanac.query.views.Fold;
import io.opentelemetry.api.trace.Span;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.commons.logging.LogFactory;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.core.log.LogAccessor;
import org.springframework.kafka.listener.BatchAcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.kafka.support.KafkaUtils;
import org.springframework.kafka.support.serializer.DeserializationException;
import org.springframework.kafka.support.serializer.SerializationUtils;
import reactor.core.publisher.Mono;

/**
 * Takes each batch to the views, then moves the positions, then notifies who waits. Offsets are never committed: on
 * assignment the positions in the store are sought to, and without them it begins at the start, which the guards of the
 * documents make harmless. Any failure stops the container; it is started again and seeks anew. A store that was killed
 * may have lost the end of what it had acknowledged: its positions are compared with ours before each batch and after.
 */
final class ProjectorListener
        implements BatchAcknowledgingConsumerAwareMessageListener<String, Recorded<Change>>,
                ConsumerAwareRebalanceListener {
    private static final LogAccessor LOG = new LogAccessor(LogFactory.getLog(ProjectorListener.class));
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Once a second when all is quiet. */
    private static final int IDLE_PER_CHECK = 10;

    private final Projector projector;
    private final Applied applied;
    private final DeadLetters deadLetters;
    private final Stuck stuck;
    private final Gaps gaps;
    private final Mono<?> rebuild;
    private final Map<TopicPartition, Long> written = new ConcurrentHashMap<>();
    private int idles;

    ProjectorListener(
            Projector projector, Applied applied, DeadLetters deadLetters, Stuck stuck, Gaps gaps, Mono<?> rebuild) {
        this.projector = projector;
        this.applied = applied;
        this.deadLetters = deadLetters;
        this.stuck = stuck;
        this.gaps = gaps;
        this.rebuild = rebuild;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> stored =
                Objects.requireNonNull(positions().read().block(PATIENCE));
        partitions.forEach(partition -> consumer.seek(partition, stored.getOrDefault(partition, 0L)));
        written.putAll(stored);
        applied.advance(generation(), stored);
    }

    @Override
    public void onMessage(
            List<ConsumerRecord<String, Recorded<Change>>> messages,
            @Nullable Acknowledgment never,
            @Nullable Consumer<?, ?> polled) {
        Consumer<?, ?> consumer = Objects.requireNonNull(polled);
        List<Span> spans = ProjectionSpans.begin(messages);
        try {
            take(messages, consumer);
        } catch (RuntimeException failure) {
            stuck.failedAt(generation(), first(messages));
            throw failure;
        } finally {
            spans.forEach(Span::end);
        }
    }

    private void take(List<ConsumerRecord<String, Recorded<Change>>> messages, Consumer<?, ?> consumer) {
        requireNothingLost();
        List<Fold.Defect> defects = projector.apply(readable(messages)).block(PATIENCE);
        rebuildIfLostMeanwhile();
        setAside(messages, defects == null ? List.of() : defects);
        advance(consumer);
        gaps.look(readable(messages));
    }

    private static Map<TopicPartition, Long> first(List<ConsumerRecord<String, Recorded<Change>>> messages) {
        return messages.stream()
                .collect(Collectors.toMap(ProjectorListener::partition, ConsumerRecord::offset, Math::min));
    }

    /** Offsets that hold no change, such as the marks of transactions, are passed over when all is quiet. */
    void idle(Consumer<?, ?> consumer) {
        idles++;
        if (idles % IDLE_PER_CHECK == 0) {
            requireNothingLost();
        }
        advance(consumer);
    }

    private void requireNothingLost() {
        if (hasLostWrites()) {
            applied.lost(generation());
            throw new StoreHasLostWrites(generation());
        }
    }

    /** The batch was folded over documents that had gone: their guards would refuse what has to be applied again. */
    private void rebuildIfLostMeanwhile() {
        if (hasLostWrites()) {
            rebuild.block(PATIENCE);
            requireNothingLost();
        }
    }

    private boolean hasLostWrites() {
        Map<TopicPartition, Long> stored = positions().read().block(PATIENCE);
        return stored == null
                || written.entrySet().stream()
                        .anyMatch(entry -> stored.getOrDefault(entry.getKey(), 0L) < entry.getValue());
    }

    private void advance(Consumer<?, ?> consumer) {
        Map<TopicPartition, Long> moved = new HashMap<>();
        for (TopicPartition partition : consumer.assignment()) {
            long next = consumer.position(partition);
            if (next > written.getOrDefault(partition, 0L)) {
                moved.put(partition, next);
            }
        }
        if (!moved.isEmpty()) {
            positions().advance(moved).then(Mono.just(moved)).block(PATIENCE);
            written.putAll(moved);
            stuck.advanced(generation(), moved);
            applied.advance(generation(), moved);
        }
    }

    private static List<Delivered> readable(List<ConsumerRecord<String, Recorded<Change>>> messages) {
        return messages.stream()
                .filter(message -> message.value() != null)
                .map(message -> new Delivered(message.topic(), message.partition(), message.offset(), message.value()))
                .toList();
    }

    private void setAside(List<ConsumerRecord<String, Recorded<Change>>> messages, List<Fold.Defect> defects) {
        for (ConsumerRecord<String, Recorded<Change>> message : messages) {
            DeserializationException unreadable = SerializationUtils.getExceptionFromHeader(
                    message, KafkaUtils.VALUE_DESERIALIZER_EXCEPTION_HEADER, LOG);
            if (unreadable != null) {
                LOG.warn(() -> "cannot be read, set aside: " + place(message) + ": " + FailureText.of(unreadable));
                deadLetters.add(message, unreadable);
            }
            defects.stream().filter(defect -> isOf(defect, message)).findFirst().ifPresent(defect -> {
                LOG.error(() -> defect.view() + " cannot take, set aside: " + place(message) + ": "
                        + FailureText.of(defect.cause()));
                deadLetters.add(message, defect.cause());
            });
        }
    }

    private static boolean isOf(Fold.Defect defect, ConsumerRecord<?, ?> message) {
        Delivered delivered = defect.delivered();
        return delivered.offset() == message.offset()
                && delivered.partition() == message.partition()
                && delivered.topic().equals(message.topic());
    }

    private static String place(ConsumerRecord<?, ?> message) {
        return partition(message) + " offset " + message.offset();
    }

    private static TopicPartition partition(ConsumerRecord<?, ?> message) {
        return new TopicPartition(message.topic(), message.partition());
    }

    private Positions positions() {
        return projector.generation().positions();
    }

    private int generation() {
        return projector.generation().number();
    }
}
