package dev.almanac.local.story;

import dev.almanac.events.wire.Poison;
import dev.almanac.events.wire.Topic;
import dev.almanac.local.Suite;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes each kind of poison to topics of a running suite: whatever a story tells has to come true behind it. */
final class Poisoner {
    private static final int REQUEST_BYTES_MAX = 2_000_000;

    private Poisoner() {}

    static void poison(Suite suite, Collection<Topic> topics) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", suite.kafkaServers(), "max.request.size", REQUEST_BYTES_MAX),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (Topic topic : topics) {
                for (Poison poison : Poison.values()) {
                    producer.send(poison.on(topic)).get();
                }
            }
        }
    }
}
