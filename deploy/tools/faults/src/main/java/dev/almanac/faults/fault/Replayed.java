package dev.almanac.faults.fault;

import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.ScheduleChange.EventRescheduled;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.events.wire.ChangeSerde;
import dev.almanac.events.wire.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** So many changes more lie on the topic of events; all views are built anew from them while people go on. */
record Replayed(String name, int changes) implements Fault {
    private static final String SOURCE = "/faults";
    private static final List<String> STREAMS = List.of("conflict-detector", "rule-expander");
    private static final int MOVES = 49;
    /** Lie before everybody at any time, while others write. */
    private static final int FEW = 1_000;

    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public boolean takesLong() {
        return true;
    }

    /** All have them before it begins: what is measured is the replay. */
    @Override
    public void prepare(Field field) throws InterruptedException {
        publish(field.suite().kafkaServers());
        try (Administrator administrator = Administrator.of(field)) {
            administrator.awaitUntil(report -> lag(report) < FEW);
        }
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", field.suite().kafkaServers()))) {
            long deadline = System.nanoTime() + LONG.toNanos();
            while (behind(admin) >= FEW) {
                giveUpAfter(deadline, "streams do not get there");
                Thread.sleep(BETWEEN_LOOKS);
            }
        }
    }

    @Override
    public void strike(Field field) throws InterruptedException {
        try (Administrator administrator = Administrator.of(field)) {
            int before = administrator.ask("GET", "").path("version").asInt();
            if (administrator.ask("POST", "/rebuild").isMissingNode()) {
                throw new IllegalStateException("nobody begins to build the views anew");
            }
            administrator.awaitUntil(report -> report.path("version").asInt() > before
                    && !report.path("building").isNumber());
        }
    }

    /** How many records lie before the streams, whose verdicts readers wait for. */
    private static long behind(Admin admin) throws InterruptedException {
        long behind = 0;
        try {
            for (String group : STREAMS) {
                Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get();
                Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
                read.keySet().forEach(partition -> latest.put(partition, OffsetSpec.latest()));
                for (var end : admin.listOffsets(latest).all().get().entrySet()) {
                    OffsetAndMetadata done = read.get(end.getKey());
                    behind += end.getValue().offset() - (done == null ? 0 : done.offset());
                }
            }
        } catch (ExecutionException away) {
            return Long.MAX_VALUE;
        }
        return behind;
    }

    private static void giveUpAfter(long deadline, String why) {
        if (System.nanoTime() > deadline) {
            throw new IllegalStateException(why);
        }
    }

    private static long lag(JsonNode report) {
        return report.path("views")
                .valueStream()
                .mapToLong(view -> view.path("lag").asLong())
                .max()
                .orElse(Long.MAX_VALUE);
    }

    private void publish(String servers) {
        Instant start = Clock.systemUTC().instant().truncatedTo(ChronoUnit.DAYS).plus(400, ChronoUnit.DAYS);
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", servers),
                new StringSerializer(),
                new ChangeSerde<>(Change.class))) {
            for (int event = 0; event < changes / (MOVES + 1); event++) {
                String id = "replayed-" + event;
                Instant at = start.plus(event, ChronoUnit.HOURS);
                send(producer, id, 0, booked(id, at));
                for (int move = 1; move <= MOVES; move++) {
                    send(producer, id, move, moved(id, at, move));
                }
            }
            producer.flush();
        }
    }

    private static void send(KafkaProducer<String, Recorded<Change>> producer, String id, int sequence, Change change) {
        String own = ChangeMetadata.derivedId(id, sequence);
        ChangeMetadata metadata =
                new ChangeMetadata(own, SOURCE, Clock.systemUTC().instant(), sequence, 0, "ana", own, own);
        var _ = producer.send(new ProducerRecord<>(Topic.SCHEDULES.topicName(), id, Recorded.of(change, metadata)));
    }

    private static EventScheduledOnCalendar booked(String id, Instant at) {
        EventDetails details = new EventDetails(
                null, "Replayed", null, null, null, 5, List.of(), List.of(), false, List.of(), List.of(), List.of());
        return new EventScheduledOnCalendar(
                id,
                new Booking("replayed", at, at.plus(30, ChronoUnit.MINUTES), "UTC", null, null),
                details,
                ScheduleStatus.SCHEDULED,
                "ana");
    }

    /** To and fro within its own hour. */
    private static EventRescheduled moved(String id, Instant at, int move) {
        Instant from = at.plus((move - 1) % 2 * 15L, ChronoUnit.MINUTES);
        Instant to = at.plus(move % 2 * 15L, ChronoUnit.MINUTES);
        return new EventRescheduled(
                id,
                from,
                from.plus(30, ChronoUnit.MINUTES),
                to,
                to.plus(30, ChronoUnit.MINUTES),
                "UTC",
                null,
                false,
                "ana");
    }

    /** Asks for the state of the views, and for more. */
    private record Administrator(HttpClient http, String front, String token) implements AutoCloseable {

        interface Condition {
            boolean isMet(JsonNode report);
        }

        static Administrator of(Field field) throws InterruptedException {
            HttpClient http = HttpClient.newHttpClient();
            URI issuer = URI.create(field.suite().issuerUrl() + "/token?user=root&roles=admin");
            try {
                String token = http.send(HttpRequest.newBuilder(issuer).build(), BodyHandlers.ofString())
                        .body()
                        .strip();
                return new Administrator(http, field.suite().frontUrl(), token);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Nothing, where nobody answers. */
        JsonNode ask(String method, String path) throws InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(URI.create(front + "/api/v1/ops/projections" + path))
                    .timeout(ANSWERED_WITHIN)
                    .header("Authorization", "Bearer " + token)
                    .method(method, BodyPublishers.noBody())
                    .build();
            try {
                return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
            } catch (IOException e) {
                return MissingNode.getInstance();
            }
        }

        void awaitUntil(Condition condition) throws InterruptedException {
            long deadline = System.nanoTime() + LONG.toNanos();
            while (!condition.isMet(ask("GET", ""))) {
                giveUpAfter(deadline, "the views do not get there");
                Thread.sleep(BETWEEN_LOOKS);
            }
        }

        @Override
        public void close() {
            http.shutdownNow();
        }
    }
}
