package dev.almanac.query.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import dev.almanac.jobs.BackgroundJob;
import dev.almanac.jobs.BackgroundJobs;
import dev.almanac.jobs.Schedule;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.SimpleLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two instances on one store. */
class MongoLocksIT {
    private static final Instant NOW = Instant.parse("2026-03-02T03:00:00Z");
    private static final Duration AT_MOST = Duration.ofMinutes(10);
    private final MongoServer server = new MongoServer(H2Backend.inMemory());
    private MongoClient client;

    @BeforeEach
    void start() {
        client = MongoClients.create("mongodb://localhost:" + server.bind().getPort());
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void of_two_instances_that_begin_at_once_one_runs_the_job_and_the_other_leaves_it() throws Exception {
        AtomicInteger ran = new AtomicInteger();
        CountDownLatch bothBegun = new CountDownLatch(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<Boolean>> instances = List.of(instance(), instance()).stream()
                    .map(job -> threads.submit(() -> {
                        bothBegun.countDown();
                        bothBegun.await();
                        return job.run(ran::incrementAndGet);
                    }))
                    .toList();
            assertThat(List.of(instances.get(0).get(), instances.get(1).get())).containsOnlyOnce(true);
        }
        assertThat(ran).hasValue(1);
    }

    @Test
    void what_has_just_been_run_is_not_run_again_by_another() {
        assertThat(instance().run(() -> {})).isTrue();
        assertThat(instance().run(() -> {})).isFalse();
    }

    @Test
    void a_lock_is_free_again_when_it_is_let_go_and_when_its_time_is_over() {
        SimpleLock one = locks().lock(at(NOW, Duration.ZERO)).orElseThrow();
        assertThat(locks().lock(at(NOW.plusSeconds(1), Duration.ZERO))).isEmpty();
        one.unlock();
        assertThat(locks().lock(at(NOW.plusSeconds(2), Duration.ZERO))).isPresent();
        assertThat(locks().lock(at(NOW.plusSeconds(3).plus(AT_MOST), Duration.ZERO)))
                .isPresent();
    }

    @Test
    void whoever_comes_back_after_its_time_does_not_let_go_of_anothers_lock() {
        SimpleLock late = locks().lock(at(NOW, Duration.ZERO)).orElseThrow();
        assertThat(locks().lock(at(NOW.plus(AT_MOST), Duration.ZERO))).isPresent();
        late.unlock();
        assertThat(locks().lock(at(NOW.plus(AT_MOST).plusSeconds(1), Duration.ZERO)))
                .isEmpty();
    }

    @Test
    void a_lock_may_be_kept_for_a_while_after_the_run() {
        locks().lock(at(NOW, Duration.ofMinutes(1))).orElseThrow().unlock();
        assertThat(locks().lock(at(NOW.plusSeconds(59), Duration.ZERO))).isEmpty();
        assertThat(locks().lock(at(NOW.plusSeconds(60), Duration.ZERO))).isPresent();
    }

    private static LockConfiguration at(Instant now, Duration atLeast) {
        return new LockConfiguration(now, "sweep", AT_MOST, atLeast);
    }

    private MongoLocks locks() {
        return new MongoLocks(client.getDatabase("locks"));
    }

    private BackgroundJob instance() {
        return new BackgroundJobs(
                        "query-service", "test", locks(), _ -> {}, Clock.systemUTC(), new SimpleMeterRegistry())
                .job("sweep", "Sweeps", Schedule.every("PT1H", "PT1H"), AT_MOST);
    }
}
