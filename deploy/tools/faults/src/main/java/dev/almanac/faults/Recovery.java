package dev.almanac.faults;

import dev.almanac.faults.load.Answer;
import dev.almanac.faults.load.Client;
import dev.almanac.faults.load.Stage;
import dev.almanac.faults.load.Worker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Whether all is well again: a booking is accepted, its reader sees it, the conflict that it causes is found and shown, and the next
 * run of a rule is told when it is due.
 */
final class Recovery {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private final Clock clock = Clock.systemUTC();
    private final Client client;
    private final Stage stage;
    private final Worker worker;
    private int probes;

    Recovery(Client client, Stage stage, Worker worker) {
        this.client = client;
        this.stage = stage;
        this.worker = worker;
    }

    /** How long it takes from now on. */
    Duration await() throws InterruptedException {
        Instant began = clock.instant();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        probes++;
        String resource = created("/resources", Map.of("name", "Probe " + probes, "resourceType", "EQUIPMENT"));
        Instant slot = stage.start().minus(Duration.ofHours(probes * 2L));
        String one = created("/schedules", stage.event(stage.roomy(), "probe " + probes, slot, List.of(resource)));
        String other =
                created("/schedules", stage.event(stage.roomy(), "probe again " + probes, slot, List.of(resource)));
        while (!sees(resource, one, other) || !worker.lastDue().isAfter(began)) {
            if (System.nanoTime() > deadline) {
                return Duration.between(began, clock.instant());
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        return Duration.between(began, clock.instant());
    }

    private String created(String path, Object body) throws InterruptedException {
        return client.write("POST", path, body, PATIENCE)
                .filter(Answer::isGood)
                .orElseThrow(() -> new IllegalStateException("POST " + path + " is never accepted"))
                .text("id");
    }

    private boolean sees(String resource, String one, String other) throws InterruptedException {
        Optional<JsonNode> items = client.read("/schedules/conflicts?resourceId=" + resource)
                .filter(Answer::isGood)
                .flatMap(answer -> Optional.ofNullable(answer.body()));
        String text = items.map(JsonNode::toString).orElse("");
        return text.contains(one) && text.contains(other);
    }
}
