package dev.almanac.faults.fault;

import dev.almanac.events.wire.Poison;
import dev.almanac.events.wire.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Each kind of record that is no good is written to every topic. */
record Poisoned(String name) implements Fault {
    private static final int REQUEST_BYTES_MAX = 2_000_000;

    @Override
    public void strike(Field field) throws InterruptedException {
        Map<String, Object> config =
                Map.of("bootstrap.servers", field.suite().kafkaServers(), "max.request.size", REQUEST_BYTES_MAX);
        try (var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (Topic topic : Topic.values()) {
                for (Poison poison : Poison.values()) {
                    sent.add(producer.send(poison.on(topic)));
                }
            }
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
