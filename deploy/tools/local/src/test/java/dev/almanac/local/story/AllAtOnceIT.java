package dev.almanac.local.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.events.wire.Topic;
import dev.almanac.local.Suite;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Parts that are killed together come back together, soon, and with all that was acknowledged; behind poison on all topics. */
@Order(6)
@ExtendWith(SharedSuite.class)
class AllAtOnceIT {
    private static final System.Logger LOG = System.getLogger(AllAtOnceIT.class.getName());
    private static final Duration SOON = Duration.ofSeconds(30);
    /** Half a minute on a machine that does nothing else; five minutes where a group waits for its dead. */
    private static final Duration READY = Duration.ofMinutes(2);

    private static final List<String> EVERYTHING = List.of(
            "kafka",
            "postgresql",
            "mongodb-stand-in",
            "command-service",
            "conflict-detector",
            "rule-expander",
            "query-service");

    private final Instant start =
            Clock.systemUTC().instant().truncatedTo(ChronoUnit.DAYS).plus(30, ChronoUnit.DAYS);
    private String calendar = "";
    private int booked;

    @Test
    void the_broker_and_its_streams_killed_together_then_everything_and_conflicts_are_found_soon_after(Suite suite)
            throws Exception {
        Poisoner.poison(suite, List.of(Topic.values()));
        Client client = new Client(suite, "ana", "manager");
        calendar = client.create("/calendars", Client.calendar("Hall", "DEPARTMENT", 100));
        bookTwiceAndSeeTheConflict(client);

        backAfter(suite, List.of("kafka", "conflict-detector", "rule-expander"), client);
        backAfter(suite, EVERYTHING, client);
    }

    /** How long that took is in the log: on a machine that does nothing else, less than half a minute. */
    private void backAfter(Suite suite, List<String> parts, Client client) throws Exception {
        Instant killed = Clock.systemUTC().instant();
        together(suite, parts);
        Instant ready = Clock.systemUTC().instant();
        bookTwiceAndSeeTheConflict(client);
        Instant found = Clock.systemUTC().instant();
        LOG.log(
                System.Logger.Level.INFO,
                "{0} killed: ready after {1}, a conflict found after {2}",
                parts,
                Duration.between(killed, ready),
                Duration.between(killed, found));
    }

    private static void together(Suite suite, List<String> parts) throws Exception {
        for (String part : parts) {
            suite.part(part).kill();
        }
        try (ExecutorService starters = Executors.newFixedThreadPool(parts.size())) {
            List<Future<?>> starting = new ArrayList<>();
            for (String part : parts) {
                starting.add(starters.submit(() -> {
                    suite.part(part).process().waitFor();
                    suite.restart(part);
                    return null;
                }));
            }
            for (Future<?> each : starting) {
                each.get(READY.toSeconds(), TimeUnit.SECONDS);
            }
        }
    }

    private void bookTwiceAndSeeTheConflict(Client client) throws Exception {
        String resource = client.create("/resources", Map.of("name", "Beamer", "resourceType", "EQUIPMENT"));
        String one = book(client, resource);
        String other = book(client, resource);
        booked++;
        await().atMost(SOON)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(client.get("/schedules/conflicts?resourceId=" + resource)
                                .get("items")
                                .toString())
                        .contains(one, other));
    }

    private String book(Client client, String resource) throws Exception {
        var event = Client.event(calendar, "Talk", start.plus(Duration.ofHours(booked)), Duration.ofHours(1));
        event.put("resources", List.of(Map.of("resourceId", resource)));
        return client.create("/schedules", event);
    }
}
