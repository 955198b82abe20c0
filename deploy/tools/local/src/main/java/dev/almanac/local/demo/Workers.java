package dev.almanac.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.local.demo.plan.Call;
import dev.almanac.local.demo.plan.Fleet;
import dev.almanac.local.machine.StartFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does what falls due in the fleet, as workers of other teams do: hears of it on Kafka, and says over HTTP how it went. Which
 * runs fail is decided by their ids.
 */
public final class Workers {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final String TOPIC = "scheduling.occurrences.v1";
    private static final String DUE = "OccurrenceDue.v1";
    private static final String USER = "worker";
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int LONGEST_SECONDS = 20;
    private static final int ONE_FAILS_OF = 12;
    private static final JsonMapper JSON = new JsonMapper();

    private final String kafka;
    private final Api api;
    private final ScheduledExecutorService work = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().daemon().name("worker-", 0).factory());

    public Workers(String kafka, String front, String issuer) {
        this.kafka = kafka;
        this.api = new Api(front, issuer);
    }

    /** Until this process ends. */
    public void start() {
        Thread.ofPlatform().daemon().name("workers").start(this::listen);
    }

    private void listen() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", kafka,
                "group.id", "demo-workers",
                "auto.offset.reset", "latest",
                "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            while (!Thread.currentThread().isInterrupted()) {
                consumer.poll(POLL).forEach(this::hear);
            }
        } catch (InterruptException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void hear(ConsumerRecord<String, String> published) {
        Header type = published.headers().lastHeader("ce_type");
        if (type == null || !DUE.equals(new String(type.value(), UTF_8))) {
            return;
        }
        read(published.value())
                .filter(due -> !due.at("/jobTemplate/type").asString().equals(Fleet.WITHOUT_WORKER))
                .ifPresent(this::work);
    }

    /** Anybody may publish: what is no JSON is nobody's job. */
    private static Optional<JsonNode> read(@Nullable String value) {
        try {
            return value == null ? Optional.empty() : Optional.of(JSON.readTree(value));
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }

    private void work(JsonNode due) {
        String id = due.get("occurrenceId").asString();
        int attempt = due.get("attempt").asInt();
        int chance = Math.floorMod((id + attempt).hashCode(), LONGEST_SECONDS * ONE_FAILS_OF);
        work.execute(() -> report(id, "started", attempt, "begun"));
        var _ = work.schedule(() -> end(id, attempt, chance), 1 + chance % LONGEST_SECONDS, TimeUnit.SECONDS);
    }

    private void end(String id, int attempt, int chance) {
        if (chance < LONGEST_SECONDS) {
            report(id, "failed", attempt, "exit code 1: the other side hung up");
        } else {
            report(id, "succeeded", attempt, "done");
        }
    }

    /** What does not arrive is missed, as with any worker. */
    private void report(String id, String how, int attempt, String detail) {
        String path = "/runs/" + id + "/" + how;
        Map<String, Object> body = Map.of("worker", "demo-worker", "attempt", attempt, "detail", detail);
        try {
            var _ = api.send(new Call(USER, "POST", path, body, null), "demo-run-" + id + "-" + attempt + "-" + how);
        } catch (StartFailure unheard) {
            LOG.warn("{}", unheard.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
