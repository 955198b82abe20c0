package dev.almanac.command.listening;

import dev.almanac.logs.Faults;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** How batches of changes are taken from Kafka. */
@Configuration(proxyBeanMethods = false)
public class ListenerConfiguration {
    static {
        Faults.summarise();
    }

    /** Names what makes the containers of listeners. */
    public static final String FACTORY = "changeListeners";

    private static final long FIRST_RETRY_MILLIS = 200;
    private static final long LONGEST_RETRY_MILLIS = 5_000;
    private static final int REJOINING_MILLIS_MAX = 30_000;

    @Bean(FACTORY)
    ConcurrentKafkaListenerContainerFactory<String, byte[]> changeListeners(ConsumerFactory<?, ?> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka.getConfigurationProperties());
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        // For so long a group waits for a member that was killed together with the broker.
        settings.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, REJOINING_MILLIS_MAX);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        // By its heartbeat a member learns that another one has left.
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_000);
        var factory = new ConcurrentKafkaListenerContainerFactory<String, byte[]>();
        factory.setConsumerFactory(
                new DefaultKafkaConsumerFactory<>(settings, new StringDeserializer(), new ByteArrayDeserializer()));
        factory.setBatchListener(true);
        // The end of a transaction takes an offset, too: who asks how far we have heard would find us one behind for
        // good.
        factory.getContainerProperties().setFixTxOffsets(true);
        factory.getContainerProperties().setListenerTaskExecutor(new VirtualThreadTaskExecutor("changes-"));
        factory.setCommonErrorHandler(errors());
        return factory;
    }

    /** While the store is away, a batch waits for as long as that takes; what is wrong with a record is no failure of a batch. */
    private static DefaultErrorHandler errors() {
        ExponentialBackOff backOff = new ExponentialBackOff(FIRST_RETRY_MILLIS, 2);
        backOff.setMaxInterval(LONGEST_RETRY_MILLIS);
        return new DefaultErrorHandler(backOff);
    }
}
