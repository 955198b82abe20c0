package dev.almanac.query.notifications;

import dev.almanac.events.Recorded;
import dev.almanac.events.notification.NotificationChange;
import dev.almanac.events.wire.ChangeSerde;
import dev.almanac.events.wire.Topic;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;

/** Makes producers of notifications. */
@Component
public class NotificationProducers {
    /** For so long readers wait for what somebody had begun to publish who was killed. */
    private static final int TRANSACTION_MILLIS_MAX = 10_000;

    private static final int PLAIN_MILLIS_MAX = 5_000;
    private final ProducerFactory<?, ?> kafka;

    NotificationProducers(ProducerFactory<?, ?> kafka) {
        this.kafka = kafka;
    }

    Producer<String, Recorded<NotificationChange>> plain() {
        Map<String, Object> configuration = new HashMap<>(kafka.getConfigurationProperties());
        configuration.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PLAIN_MILLIS_MAX);
        configuration.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PLAIN_MILLIS_MAX);
        configuration.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PLAIN_MILLIS_MAX / 2);
        return producer(configuration);
    }

    /** For who finds out who is told. Two of them never share a partition of what they read, so that their names need not outlive them. */
    public Producer<String, Recorded<NotificationChange>> transactional() {
        Map<String, Object> configuration = new HashMap<>(kafka.getConfigurationProperties());
        configuration.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "notifier-" + UUID.randomUUID());
        configuration.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MILLIS_MAX);
        configuration.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, TRANSACTION_MILLIS_MAX);
        configuration.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, TRANSACTION_MILLIS_MAX / 2);
        configuration.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, TRANSACTION_MILLIS_MAX);
        return producer(configuration);
    }

    private static Producer<String, Recorded<NotificationChange>> producer(Map<String, Object> configuration) {
        return new KafkaProducer<>(
                configuration, new StringSerializer(), new ChangeSerde<>(NotificationChange.class).serializer());
    }

    public static ProducerRecord<String, Recorded<NotificationChange>> message(Recorded<NotificationChange> recorded) {
        return new ProducerRecord<>(Topic.NOTIFICATIONS_V1, recorded.change().recipientId(), recorded);
    }
}
