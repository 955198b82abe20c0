package dev.almanac.command.listening;

import dev.almanac.events.wire.UnreadableChange;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** How batches of changes are taken from Kafka. */
@Configuration(proxyBeanMethods = false)
public class ListenerConfiguration {
    /** Names what makes the containers of listeners. */
    public static final String FACTORY = "changeListeners";

    private static final int ANY_PARTITION = -1;
    private static final long FIRST_RETRY_MILLIS = 200;
    private static final long LONGEST_RETRY_MILLIS = 5_000;

    @Bean(FACTORY)
    ConcurrentKafkaListenerContainerFactory<String, byte[]> changeListeners(
            KafkaProperties properties, KafkaTemplate<String, byte[]> kafka) {
        Map<String, Object> settings = new HashMap<>(properties.buildConsumerProperties());
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        var factory = new ConcurrentKafkaListenerContainerFactory<String, byte[]>();
        factory.setConsumerFactory(
                new DefaultKafkaConsumerFactory<>(settings, new StringDeserializer(), new ByteArrayDeserializer()));
        factory.setBatchListener(true);
        factory.getContainerProperties().setListenerTaskExecutor(new VirtualThreadTaskExecutor("changes-"));
        factory.setCommonErrorHandler(errors(kafka));
        return factory;
    }

    /** What cannot be read is set aside at once; while the store is away, a batch waits for as long as that takes. */
    private static DefaultErrorHandler errors(KafkaTemplate<String, byte[]> kafka) {
        ExponentialBackOff backOff = new ExponentialBackOff(FIRST_RETRY_MILLIS, 2);
        backOff.setMaxInterval(LONGEST_RETRY_MILLIS);
        DefaultErrorHandler errors = new DefaultErrorHandler(
                new DeadLetterPublishingRecoverer(
                        kafka, (message, _) -> new TopicPartition(message.topic() + ".dlt", ANY_PARTITION)),
                backOff);
        errors.addNotRetryableExceptions(UnreadableChange.class);
        return errors;
    }
}
