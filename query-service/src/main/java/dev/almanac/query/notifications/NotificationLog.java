package dev.almanac.query.notifications;

import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.notification.NotificationChange;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Publishes what does not follow from a change, such as that somebody has read what they were told. */
@Component
public class NotificationLog implements DisposableBean {
    private static final String SOURCE = "urn:scheduling:query-service";
    private static final long SEND_SECONDS_MAX = 6;
    private static final Duration PATIENCE_AT_END = Duration.ofSeconds(2);
    private final Producer<String, Recorded<NotificationChange>> producer;

    NotificationLog(NotificationProducers producers) {
        this.producer = producers.plain();
    }

    /**
     * Returns when a broker has it. Blocks.
     *
     * @throws KafkaException where none takes it in time
     */
    public RecordMetadata publish(NotificationChange change, Instant at) {
        String id = UUID.randomUUID().toString();
        ChangeMetadata metadata =
                new ChangeMetadata(id, SOURCE, at, ChangeMetadata.UNNUMBERED, 0, change.recipientId(), id, id);
        return publish(Recorded.of(change, metadata));
    }

    /**
     * The same, of what has an id of its own.
     *
     * @throws KafkaException where none takes it in time
     */
    public RecordMetadata publish(Recorded<NotificationChange> recorded) {
        try {
            return producer.send(NotificationProducers.message(recorded)).get(SEND_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new KafkaException("stopped", stopped);
        } catch (ExecutionException | TimeoutException failed) {
            throw new KafkaException("nobody took it", failed);
        }
    }

    @Override
    public void destroy() {
        producer.close(PATIENCE_AT_END);
    }
}
