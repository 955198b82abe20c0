package dev.almanac.query.kafka;

import dev.almanac.events.Change;
import dev.almanac.events.Recorded;
import dev.almanac.events.wire.ChangeSerde;
import dev.almanac.events.wire.Topic;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.support.serializer.ErrorHandlingDeserializer;
import org.springframework.stereotype.Component;

/** Makes consumers of changes. None commits an offset: positions live with the views. */
@Component
public class Consumers {
    private static final int RECORDS_MAX = 2000;
    private static final int FEW_RECORDS_MAX = 200;
    private static final int FEW_BYTES_MAX = 1024 * 1024;
    /** By its heartbeat a member learns that another one has left: until then nobody reads the partitions of that one. */
    private static final int HEARTBEAT_MILLIS = 1_000;

    private static final int ADMIN_REQUEST_MILLIS = 2_000;
    private static final int ADMIN_ANSWER_MILLIS = 4_000;

    private final ConsumerFactory<?, ?> consumers;
    private final KafkaAdmin admin;

    Consumers(ConsumerFactory<?, ?> consumers, KafkaAdmin admin) {
        this.consumers = consumers;
        this.admin = admin;
    }

    /** All partitions of all domain topics. */
    public static List<TopicPartition> domainPartitions() {
        return Arrays.stream(Topic.values())
                .flatMap(topic -> partitions(topic).stream())
                .toList();
    }

    public static List<TopicPartition> partitions(Topic topic) {
        return IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic.topicName(), partition))
                .toList();
    }

    /** What cannot be read arrives as null, with the failure in a header. */
    public static Deserializer<Recorded<Change>> changes() {
        return new ErrorHandlingDeserializer<>(new ChangeSerde<>(Change.class).deserializer());
    }

    public Consumer<String, byte[]> ofBytes() {
        return new KafkaConsumer<>(configuration(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    public Consumer<String, Recorded<Change>> ofChanges() {
        return new KafkaConsumer<>(configuration(), new StringDeserializer(), changes());
    }

    /**
     * A member of a group, whose offsets whoever reads commits together with what follows from the records.
     *
     * @param most so many records at once, which must not take longer than the group waits for a member
     */
    public Consumer<String, Recorded<Change>> ofGroup(String group, int most) {
        Map<String, Object> configuration = configuration();
        configuration.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        configuration.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, most);
        return new KafkaConsumer<>(configuration, new StringDeserializer(), changes());
    }

    /** For one of several readers at once: together they must not hold more than the heap. */
    public Consumer<String, Recorded<Change>> ofFewChanges() {
        Map<String, Object> configuration = configuration();
        configuration.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, FEW_RECORDS_MAX);
        configuration.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FEW_BYTES_MAX);
        configuration.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FEW_BYTES_MAX / 4);
        configuration.put(ConsumerConfig.RECEIVE_BUFFER_CONFIG, FEW_BYTES_MAX / 16);
        return new KafkaConsumer<>(configuration, new StringDeserializer(), changes());
    }

    /**
     * For one who reads here and there: where a partition ends, nobody waits for more, as the broker would be asked for nothing
     * else until then.
     */
    public Consumer<String, Recorded<Change>> ofPlaces() {
        Map<String, Object> configuration = configuration();
        configuration.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 5);
        configuration.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 4 * FEW_BYTES_MAX);
        return new KafkaConsumer<>(configuration, new StringDeserializer(), changes());
    }

    /** Asks a broker that has gone for seconds, and not for a minute: whoever asks begins anew with another one. */
    public Admin admin() {
        Map<String, Object> configuration = new HashMap<>(admin.getConfigurationProperties());
        configuration.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ADMIN_REQUEST_MILLIS);
        configuration.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ADMIN_ANSWER_MILLIS);
        return Admin.create(configuration);
    }

    public Map<String, Object> configuration() {
        Map<String, Object> configuration = new HashMap<>(consumers.getConfigurationProperties());
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configuration.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        configuration.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        configuration.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        configuration.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_MAX);
        configuration.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
        configuration.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        configuration.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MILLIS);
        // For so long a group waits for a member that was killed together with the broker; a batch takes 30 s at most.
        configuration.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, 60_000);
        configuration.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        return configuration;
    }
}
