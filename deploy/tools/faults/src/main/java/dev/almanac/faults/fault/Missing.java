package dev.almanac.faults.fault;

import dev.almanac.audit.Audit;
import dev.almanac.events.wire.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The brokers have lost changes that they had acknowledged, before any reader has seen them: an administrator has their events
 * published anew, as docs/runbooks/gaps.md says. The audit of the topics has to have named what is missing amid others.
 *
 * @param written for how long changes are written that nobody reads
 * @param oneOf how many of them one is lost of
 */
record Missing(String name, Duration written, int oneOf) implements Fault {
    private static final Topic TOPIC = Topic.SCHEDULES;
    private static final List<String> READERS = List.of("query-service", "conflict-detector", "rule-expander");
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration WITHIN = Duration.ofSeconds(60);
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    @Override
    public void strike(Field field) throws InterruptedException {
        List<String> readers = running(field, READERS);
        field.killTogether(readers);
        Map<TopicPartition, Long> unread = ends(field);
        Thread.sleep(written);
        List<ConsumerRecord<byte[], byte[]>> lost = read(field, unread).stream()
                .filter(_ -> field.random().nextInt(oneOf) == 0)
                .toList();
        List<String> brokers = running(field, List.of("kafka"));
        Field.together(brokers, field.suite()::stop);
        for (String broker : brokers) {
            remove(field.folder().resolve(broker).resolve("log"), lost);
        }
        field.startAgain(brokers);
        awaitReady(field, brokers);
        field.startAgain(readers);
        awaitReady(field, readers);
        mend(field, lost);
    }

    private static List<String> running(Field field, List<String> kinds) {
        return kinds.stream().flatMap(kind -> field.instances(kind).stream()).toList();
    }

    private static void awaitReady(Field field, List<String> parts) throws InterruptedException {
        for (String part : parts) {
            field.awaitReady(part);
        }
    }

    private static Map<String, Object> config(Field field) {
        return Map.of("bootstrap.servers", field.suite().kafkaServers(), "isolation.level", "read_committed");
    }

    private static Map<TopicPartition, Long> ends(Field field) {
        try (var consumer =
                new KafkaConsumer<>(config(field), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return consumer.endOffsets(consumer.partitionsFor(TOPIC.topicName()).stream()
                    .map(partition -> new TopicPartition(TOPIC.topicName(), partition.partition()))
                    .toList());
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(Field field, Map<TopicPartition, Long> from) {
        List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
        try (var consumer =
                new KafkaConsumer<>(config(field), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(from.keySet());
            from.forEach(consumer::seek);
            Map<TopicPartition, Long> ends = consumer.endOffsets(from.keySet());
            long deadline = System.nanoTime() + WITHIN.toNanos();
            while (System.nanoTime() < deadline
                    && ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(read::add);
            }
        }
        return read;
    }

    private static void remove(Path log, List<ConsumerRecord<byte[], byte[]>> lost) {
        Map<Integer, Set<Long>> offsets = new HashMap<>();
        lost.forEach(record -> offsets.computeIfAbsent(record.partition(), _ -> new HashSet<>())
                .add(record.offset()));
        offsets.forEach((partition, some) -> Segments.remove(log.resolve(TOPIC.topicName() + "-" + partition), some));
    }

    private void mend(Field field, List<ConsumerRecord<byte[], byte[]>> lost) throws InterruptedException {
        Set<String> keys = lost.stream()
                .map(record -> new String(record.key(), StandardCharsets.UTF_8))
                .collect(Collectors.toCollection(TreeSet::new));
        if (keys.isEmpty()) {
            throw new IllegalStateException("nothing was written that could be lost");
        }
        if (Audit.of(field.suite().kafkaServers()).isClean()) {
            throw new IllegalStateException("the audit names none of " + keys);
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI issuer = URI.create(field.suite().issuerUrl() + "/token?user=root&roles=admin");
            String token = http.send(HttpRequest.newBuilder(issuer).build(), BodyHandlers.ofString())
                    .body()
                    .strip();
            for (String key : keys) {
                republish(http, field, token, key);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks until it is done. */
    private static void republish(HttpClient http, Field field, String token, String key)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + WITHIN.toNanos();
        String body = """
                {"kind": "SCHEDULE", "subject": "%s", "reason": "the brokers have lost a change"}""".formatted(key);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(field.suite().frontUrl() + "/api/v1/ops/republications"))
                .timeout(ANSWERED_WITHIN)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        while (!answer.body().contains("\"PUBLISHED\"")) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(key + " is not republished: " + answer.body());
            }
            Thread.sleep(BETWEEN_LOOKS);
            answer = http.send(request, BodyHandlers.ofString());
        }
    }
}
