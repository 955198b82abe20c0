package dev.almanac.local.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.events.wire.Topic;
import dev.almanac.local.Running;
import dev.almanac.local.Suite;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Parts that are killed together come back together, soon, and with all that was acknowledged; behind poison on all topics, and in
 * the worst order, too.
 */
@Order(6)
@ExtendWith(SharedSuite.class)
class AllAtOnceIT {
    private static final System.Logger LOG = System.getLogger(AllAtOnceIT.class.getName());
    private static final Duration SOON = Duration.ofSeconds(30);
    /** Half a minute on a machine that does nothing else; five minutes where a group waits for its dead. */
    private static final Duration READY = Duration.ofMinutes(2);

    private static final List<String> STORES = List.of("kafka", "postgresql", "mongodb-stand-in");
    private static final List<String> SERVICES =
            List.of("command-service", "conflict-detector", "rule-expander", "query-service");
    /** More than any client waits for its first connection, so that all of them have been refused; nobody is ready before. */
    private static final Duration STORES_ARE_LATE_BY = Duration.ofSeconds(45);

    private final Instant start =
            Clock.systemUTC().instant().truncatedTo(ChronoUnit.DAYS).plus(30, ChronoUnit.DAYS);
    private String calendar = "";
    private int booked;

    @Test
    void conflicts_are_found_soon_after_the_broker_and_its_streams_are_killed_and_after_stores_came_long_after_services(
            Suite suite) throws Exception {
        Poisoner.poison(suite, List.of(Topic.values()));
        Client client = new Client(suite, "ana", "manager");
        calendar = client.create("/calendars", Client.calendar("Hall", "DEPARTMENT", 100));
        bookTwiceAndSeeTheConflict(client);

        backAfter(suite, List.of("kafka", "conflict-detector", "rule-expander"), List.of(), client);
        backAfter(suite, SERVICES, STORES, client);
    }

    /** How long that took is in the log: on a machine that does nothing else, less than half a minute after all was started. */
    private void backAfter(Suite suite, List<String> parts, List<String> late, Client client) throws Exception {
        Instant killed = Clock.systemUTC().instant();
        together(suite, parts, late);
        Instant ready = Clock.systemUTC().instant();
        bookTwiceAndSeeTheConflict(client);
        Instant found = Clock.systemUTC().instant();
        LOG.log(
                System.Logger.Level.INFO,
                "{0} killed, {1} late: ready after {2}, a conflict found after {3}",
                parts,
                late,
                Duration.between(killed, ready),
                Duration.between(killed, found));
    }

    private static void together(Suite suite, List<String> parts, List<String> late) throws Exception {
        for (String part : parts) {
            suite.kill(part);
        }
        for (String part : late) {
            suite.kill(part);
        }
        suite.launchAgain(parts);
        if (!late.isEmpty()) {
            patiently(suite, parts)
                    .during(STORES_ARE_LATE_BY)
                    .atMost(STORES_ARE_LATE_BY.multipliedBy(2))
                    .until(() -> ready(suite, parts).isEmpty());
            suite.launchAgain(late);
        }
        List<String> all = Stream.concat(parts.stream(), late.stream()).toList();
        patiently(suite, all).atMost(READY).until(() -> ready(suite, all).equals(all));
    }

    /** Whoever ends instead of waiting for what it needs fails this, as nobody starts it again. */
    private static ConditionFactory patiently(Suite suite, List<String> parts) {
        return await().failFast(() -> parts.forEach(part -> requireAlive(suite.part(part))));
    }

    private static void requireAlive(Running part) {
        if (!part.process().isAlive()) {
            throw new AssertionError(part.lastWords() + "\n" + part.endOfLog());
        }
    }

    private static List<String> ready(Suite suite, List<String> parts) throws InterruptedException {
        List<String> ready = new ArrayList<>();
        for (String part : parts) {
            if (suite.part(part).isReady()) {
                ready.add(part);
            }
        }
        return ready;
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
