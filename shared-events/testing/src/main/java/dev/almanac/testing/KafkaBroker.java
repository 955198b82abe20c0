package dev.almanac.testing;

import dev.almanac.events.wire.Topic;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** One real broker with every topic of the suite. */
public final class KafkaBroker implements AutoCloseable {
    private static final Map<String, String> COMPACTED = Map.of("cleanup.policy", "compact");
    private final EmbeddedKafkaKraftBroker broker;

    public KafkaBroker(int partitions) {
        this(partitions, Map.of());
    }

    /** With settings beside those that every test needs. */
    public KafkaBroker(int partitions, Map<String, String> settings) {
        broker = new EmbeddedKafkaKraftBroker(1, partitions);
        broker.brokerProperty("auto.create.topics.enable", "false");
        broker.brokerProperty("group.initial.rebalance.delay.ms", "0");
        broker.brokerProperty("transaction.state.log.replication.factor", "1");
        broker.brokerProperty("transaction.state.log.min.isr", "1");
        broker.brokerProperties(settings);
        broker.afterPropertiesSet();
        broker.addTopics(Stream.concat(
                        Arrays.stream(Topic.values()).flatMap(topic -> withDeadLetters(topic, partitions)),
                        Stream.of(
                                new NewTopic(Topic.PUBLISHED_V1, 1, (short) 1),
                                new NewTopic(Topic.JOBS_V1, 1, (short) 1).configs(COMPACTED),
                                new NewTopic(Topic.ACTIVITY_V1, partitions, (short) 1)))
                .toArray(NewTopic[]::new));
    }

    public String bootstrapServers() {
        return broker.getBrokersAsString();
    }

    @Override
    public void close() {
        broker.destroy();
    }

    private static Stream<NewTopic> withDeadLetters(Topic topic, int partitions) {
        return Stream.of(
                new NewTopic(topic.topicName(), partitions, (short) 1),
                new NewTopic(topic.deadLetterName(), 1, (short) 1));
    }
}
