package dev.almanac.query.support;

import dev.almanac.events.wire.Topic;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** One real broker with every topic of the suite. */
public final class KafkaBroker {
    private final EmbeddedKafkaKraftBroker broker;

    public KafkaBroker() {
        broker = new EmbeddedKafkaKraftBroker(1, Topic.PARTITIONS);
        broker.brokerProperty("auto.create.topics.enable", "false");
        broker.brokerProperty("group.initial.rebalance.delay.ms", "0");
        broker.afterPropertiesSet();
        broker.addTopics(Stream.concat(
                        Arrays.stream(Topic.values()).flatMap(KafkaBroker::withDeadLetters),
                        Stream.of(new NewTopic(Topic.PUBLISHED_V1, 1, (short) 1)))
                .toArray(NewTopic[]::new));
    }

    public String bootstrapServers() {
        return broker.getBrokersAsString();
    }

    private static Stream<NewTopic> withDeadLetters(Topic topic) {
        return Stream.of(
                new NewTopic(topic.topicName(), Topic.PARTITIONS, (short) 1),
                new NewTopic(topic.deadLetterName(), 1, (short) 1));
    }
}
