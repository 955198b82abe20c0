package dev.almanac.query.projecting;

import dev.almanac.events.wire.ChangeSerde;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.support.serializer.DelegatingByTypeSerializer;
import org.springframework.stereotype.Component;

/** Sets aside what cannot be projected, on the topic's {@code .dlt}, and waits for the broker to have it. */
@Component
class DeadLetters implements DisposableBean {
    private static final int ANY_PARTITION = -1;
    private final DefaultKafkaProducerFactory<String, Object> producers;
    private final DeadLetterPublishingRecoverer recoverer;
    private final MeterRegistry meters;

    DeadLetters(KafkaProperties properties, MeterRegistry meters) {
        Map<String, Object> configuration = new LinkedHashMap<>(properties.buildProducerProperties());
        configuration.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        this.producers = new DefaultKafkaProducerFactory<>(configuration, new StringSerializer(), values());
        this.recoverer = new DeadLetterPublishingRecoverer(
                new KafkaTemplate<>(producers),
                (message, _) -> new TopicPartition(message.topic() + ".dlt", ANY_PARTITION));
        this.meters = meters;
    }

    void add(ConsumerRecord<?, ?> message, Exception cause) {
        recoverer.accept(message, cause);
        meters.counter("scheduling.projection.dead.letters", "topic", message.topic())
                .increment();
    }

    private static Serializer<Object> values() {
        Map<Class<?>, Serializer<?>> byType = new LinkedHashMap<>();
        byType.put(byte[].class, new ByteArraySerializer());
        byType.put(dev.almanac.events.Recorded.class, new ChangeSerde<>(dev.almanac.events.Change.class));
        return new DelegatingByTypeSerializer(byType);
    }

    @Override
    public void destroy() {
        producers.destroy();
    }
}
