package dev.almanac.local.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.almanac.events.wire.Topic;
import dev.almanac.local.Suite;
import dev.almanac.local.postgres.Postgres;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** What stores hold, as a hash of each table and of each partition. */
record Fingerprint(SortedMap<String, String> ledger, SortedMap<String, String> topics) {
    private static final List<String> LEDGER = List.of(
            "domain_event_entry", "slot_claim", "lane", "recurring_rule", "run", "resource", "detected_conflict");

    static Fingerprint of(Suite suite) throws SQLException {
        return new Fingerprint(ledger(suite), topics(suite));
    }

    private static SortedMap<String, String> ledger(Suite suite) throws SQLException {
        SortedMap<String, String> hashes = new TreeMap<>();
        try (Connection connection =
                DriverManager.getConnection(suite.postgresUrl(), Postgres.USER, Postgres.PASSWORD)) {
            for (String table : LEDGER) {
                MessageDigest hash = sha256();
                try (ResultSet rows = connection
                        .createStatement()
                        .executeQuery("select row::text from " + table + " row order by 1")) {
                    while (rows.next()) {
                        add(hash, rows.getString(1).getBytes(UTF_8));
                    }
                }
                hashes.put(table, HexFormat.of().formatHex(hash.digest()));
            }
        }
        return hashes;
    }

    /** Keys, values, headers and times of the records in their order; offsets may be others. */
    private static SortedMap<String, String> topics(Suite suite) {
        SortedMap<String, String> hashes = new TreeMap<>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", suite.kafkaServers(), "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            Stream.of(Topic.values())
                    .map(Topic::topicName)
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .forEach(place -> hashes.put(place.toString(), hash(consumer, place)));
        }
        return hashes;
    }

    private static String hash(KafkaConsumer<byte[], byte[]> consumer, TopicPartition place) {
        MessageDigest hash = sha256();
        consumer.assign(List.of(place));
        consumer.seekToBeginning(List.of(place));
        long end = requireNonNull(consumer.endOffsets(List.of(place)).get(place));
        while (consumer.position(place) < end) {
            consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                add(hash, record.key());
                add(hash, record.value());
                record.headers().forEach(header -> {
                    add(hash, header.key().getBytes(UTF_8));
                    add(hash, header.value());
                });
                add(hash, Long.toString(record.timestamp()).getBytes(UTF_8));
            });
        }
        return HexFormat.of().formatHex(hash.digest());
    }

    private static void add(MessageDigest hash, byte @Nullable [] bytes) {
        hash.update((byte) (bytes == null ? 0 : 1));
        hash.update(bytes == null ? new byte[0] : bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
