package dev.almanac.local.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Publishes what a file says of an entry: {@code PublishEntry BOOTSTRAP_SERVERS CalendarEntryPublished.v1 entry.json}. */
public final class PublishEntry {
    private static final String TOPIC = "scheduling.feed.v1";
    private static final String SOURCE = "urn:example:sample-provider";
    private static final JsonMapper JSON = new JsonMapper();

    private PublishEntry() {}

    public static void main(String[] args) throws IOException, ExecutionException, InterruptedException {
        if (args.length != 3) {
            System.err.println("Usage: publish-entry BOOTSTRAP_SERVERS TYPE FILE");
            System.exit(2);
        }
        RecordMetadata written = publish(args[0], args[1], Files.readString(Path.of(args[2])), Clock.systemUTC());
        System.out.println("written to " + written);
    }

    /** Returns when the brokers have it. */
    public static RecordMetadata publish(String bootstrapServers, String type, String json, Clock clock)
            throws ExecutionException, InterruptedException {
        JsonNode entry = JSON.readTree(json);
        String key =
                entry.path("entryType").asString() + ":" + entry.path("entryId").asString();
        List<Header> headers = List.of(
                header("ce_specversion", "1.0"),
                header("ce_id", UUID.randomUUID().toString()),
                header("ce_type", type),
                header("ce_source", SOURCE),
                header("ce_subject", key),
                header("ce_time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString()),
                header("content-type", "application/json"));
        // Kafka's defaults are those of a producer that repeats nothing and waits for all brokers in sync.
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new StringSerializer())) {
            return producer.send(new ProducerRecord<>(TOPIC, null, key, json, headers))
                    .get();
        }
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }
}
