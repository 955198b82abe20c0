package dev.almanac.query.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.events.wire.Topic;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Another team that publishes entries with a client of its own: it knows the JSON and the headers, and none of our code. */
public final class ProviderTeam implements AutoCloseable {
    private final KafkaProducer<String, String> producer;

    public ProviderTeam(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new StringSerializer());
    }

    public RecordMetadata publishes(String key, String json) {
        return says("CalendarEntryPublished.v1", key, json, null);
    }

    public RecordMetadata withdraws(String key, String json) {
        return says("CalendarEntryWithdrawn.v1", key, json, null);
    }

    /** Clients of other languages hash keys otherwise. */
    public RecordMetadata says(String type, String key, String json, @Nullable Integer partition) {
        try {
            return producer.send(new ProducerRecord<>(Topic.FEED_V1, partition, key, json, headers(type, key)))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<Header> headers(String type, String key) {
        return List.of(
                header("ce_specversion", "1.0"),
                header("ce_id", UUID.randomUUID().toString()),
                header("ce_type", type),
                header("ce_source", "urn:example:attendance"),
                header("ce_subject", key),
                header("ce_time", "2026-03-02T09:00:00Z"),
                header("content-type", "application/json"));
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }

    @Override
    public void close() {
        producer.close();
    }
}
