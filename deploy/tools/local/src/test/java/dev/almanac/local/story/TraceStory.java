package dev.almanac.local.story;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.wire.Topic;
import dev.almanac.local.Suite;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tools.jackson.databind.json.JsonMapper;

/** One request, followed by its trace to the views and to the conflict that it led to. */
final class TraceStory {
    private static final Instant EVENING = Instant.parse("2032-09-14T18:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private TraceStory() {}

    static void isToldBy(Suite suite, TraceCollector collector) throws IOException, InterruptedException {
        Client ana = new Client(suite, "ana", "manager");
        String clara = ana.create("/resources", Map.of("name", "Clara", "resourceType", "STAFF"));
        String hall = ana.create("/calendars", Client.calendar("Traced hall", "VENUE", 1));
        String studio = ana.create("/calendars", Client.calendar("Traced studio", "VENUE", 1));
        ana.create("/schedules", needing(clara, Client.event(hall, "Concert", EVENING, Duration.ofHours(2))));

        String trace = random(16);
        String booked = traced(
                suite, ana, trace, needing(clara, Client.event(studio, "Recording", EVENING, Duration.ofHours(2))));

        Set<String> steps = Set.of(
                "command-service: ScheduleEvent",
                "command-service: append",
                "command-service: publish",
                "conflict-detector: claims-of-events",
                "conflict-detector: find-conflicts",
                "rule-expander: expand-events",
                "query-service: project scheduling.schedules.v1",
                "query-service: project scheduling.conflicts.v1");
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!seen(collector, trace).containsAll(steps) && Instant.now().isBefore(deadline)) {
            Thread.sleep(BETWEEN_LOOKS);
        }
        assertThat(seen(collector, trace))
                .containsAll(steps)
                .anyMatch(step -> step.startsWith("front: http post"))
                .anyMatch(step -> step.startsWith("command-service: http post /api/v1/schedules"));
        assertThat(collector.all())
                .as("nobody else asked to be followed")
                .extracting(TraceCollector.Seen::traceId)
                .containsOnly(trace);
        assertThat(traces(suite, Topic.SCHEDULES, booked)).isEqualTo(Set.of(trace));
        assertThat(traces(suite, Topic.CONFLICTS, booked)).isEqualTo(Set.of(trace));
    }

    private static Set<String> seen(TraceCollector collector, String trace) {
        return collector.of(trace).stream()
                .map(span -> span.service() + ": " + span.name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String traced(Suite suite, Client client, String trace, Map<String, Object> event)
            throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(suite.frontUrl() + "/api/v1/schedules"))
                            .header("Authorization", "Bearer " + client.token())
                            .header("Content-Type", "application/json")
                            .header("traceparent", "00-" + trace + "-" + random(8) + "-01")
                            .POST(BodyPublishers.ofString(new JsonMapper().writeValueAsString(event)))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            return Client.json(answer).get("id").asString();
        }
    }

    /** Of all records of the topic that speak of the event. */
    private static Set<String> traces(Suite suite, Topic topic, String event) {
        Map<String, Object> config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                suite.kafkaServers(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        Set<String> traces = new TreeSet<>();
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.topicName()).stream()
                    .map(partition -> new TopicPartition(topic.topicName(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(BETWEEN_LOOKS).forEach(record -> {
                    if (new String(record.value(), US_ASCII).contains(event)
                            || new String(record.key(), US_ASCII).equals(event)) {
                        Header parent = record.headers().lastHeader("traceparent");
                        traces.add(parent == null ? "none" : new String(parent.value(), US_ASCII).split("-", -1)[1]);
                    }
                });
            }
        }
        return traces;
    }

    private static Map<String, Object> needing(String resource, Map<String, Object> event) {
        event.put("resources", List.of(Map.of("resourceId", resource)));
        return event;
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
