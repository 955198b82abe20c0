package dev.almanac.query.projecting;

import static dev.almanac.query.support.RealParts.ISSUER;
import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import dev.almanac.events.wire.Topic;
import dev.almanac.query.caching.Answer;
import dev.almanac.query.caching.AnswerCache;
import dev.almanac.query.caching.AnswerCaches;
import dev.almanac.query.store.Generations;
import dev.almanac.query.support.RealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import dev.almanac.testing.KafkaBroker;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A store that is killed, and comes back without the end of what it had acknowledged. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class LostWritesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int READERS = 20;

    private static final KafkaBroker KAFKA = new KafkaBroker(Topic.PARTITIONS);
    private static final MVStore STORE = MVStore.open(null);
    private static final Feeder FEEDER = new Feeder(KAFKA.bootstrapServers());
    private static MongoServer server = new MongoServer(new Outlasting());
    private static final int SERVER_PORT = server.bind().getPort();

    @LocalServerPort
    private int port;

    @Autowired
    private AnswerCaches caches;

    @Autowired
    private Generations generations;

    @Autowired
    private MeterRegistry meters;

    /** What it keeps outlasts it. */
    private static final class Outlasting extends H2Backend {
        Outlasting() {
            super(STORE);
        }

        @Override
        public void close() {
            // The next server opens it again.
        }
    }

    @DynamicPropertySource
    static void parts(DynamicPropertyRegistry registry) {
        RealParts.register(registry, KAFKA);
        registry.add("almanac.mongodb.uri", () -> "mongodb://localhost:" + SERVER_PORT + "/lossy");
    }

    @AfterAll
    static void stop() {
        server.shutdownNow();
        FEEDER.close();
    }

    @RepeatedTest(3)
    void nobody_is_shown_less_than_they_wrote_before_what_was_lost_has_been_applied_again(RepetitionInfo which) {
        String hall = "hall-" + which.getCurrentRepetition();
        String talk = "talk-" + which.getCurrentRepetition();
        long kept = FEEDER.store(calendar(hall, "Hall"));
        await().atMost(PATIENCE).until(() -> status("/calendars/" + hall, kept) == 200);
        long before = STORE.commit();
        long written = FEEDER.store(event(talk, hall, "Talk", "03T09:00", "03T10:00"));
        await().atMost(PATIENCE).until(() -> status("/schedules/" + talk, written) == 200);

        killTo(before);
        try (ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
            List<Future<Integer>> answers = IntStream.range(0, READERS)
                    .mapToObj(_ -> readers.submit(() -> status("/schedules/" + talk, written)))
                    .toList();
            await().atMost(PATIENCE).until(this::requestsUnderWay, underWay -> underWay == READERS);
            start();
            assertThat(answers)
                    .allSatisfy(answer ->
                            assertThat(answer).succeedsWithin(PATIENCE).isIn(200, 503));
        }
        await().atMost(PATIENCE).until(() -> {
            int status = status("/schedules/" + talk, written);
            assertThat(status).isIn(200, 503);
            return status == 200;
        });
    }

    @Test
    void what_was_read_while_the_store_broke_off_is_not_kept() {
        String hall = "hall-kept";
        long opened = FEEDER.store(calendar(hall, "Hall"));
        await().atMost(PATIENCE).until(() -> status("/calendars/" + hall, opened) == 200);
        AtomicInteger reads = new AtomicInteger();
        AnswerCache<String, Integer> cache = caches.of("lossy", 10, _ -> 1);
        Mono<Answer<Integer>> read = Mono.fromCallable(() -> {
                    if (reads.incrementAndGet() == 1) {
                        killTo(STORE.commit());
                        start();
                        generations.active().positions().read().block(PATIENCE);
                    }
                    return new Answer<>(reads.get(), Set.of(hall));
                })
                .subscribeOn(Schedulers.boundedElastic());

        assertThat(cache.get("month", generations.active(), read).block(PATIENCE))
                .isEqualTo(1);
        assertThat(cache.get("month", generations.active(), read).block(PATIENCE))
                .isEqualTo(2);
        await().atMost(PATIENCE).untilAsserted(() -> {
            Integer anew = cache.get("month", generations.active(), read).block(PATIENCE);
            assertThat(cache.get("month", generations.active(), read).block(PATIENCE))
                    .as("kept, as nothing broke off")
                    .isEqualTo(anew);
        });
    }

    private int requestsUnderWay() {
        return meters.find("http.server.requests.active").longTaskTimers().stream()
                .mapToInt(LongTaskTimer::activeTasks)
                .sum();
    }

    private static void killTo(long version) {
        server.shutdownNow();
        STORE.rollbackTo(version);
    }

    private static void start() {
        server = new MongoServer(new Outlasting());
        server.bind("localhost", SERVER_PORT);
    }

    private int status(String path, long after) {
        Api api = new Api(port, ISSUER.token("ana", "manager")).once();
        FluxExchangeResult<Void> result = api.request(path, after).returnResult(Void.class);
        return result.getStatus().value();
    }
}
