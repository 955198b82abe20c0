package dev.almanac.query.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import dev.almanac.query.store.Jobs.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** One instance at a time. */
class JobsIT {
    private static final Instant NOW = Instant.parse("2026-03-02T03:00:00Z");
    private static final Instant TILL = NOW.plus(Duration.ofMinutes(10));
    private final MongoServer server = new MongoServer(H2Backend.inMemory());
    private MongoClient client;
    private Jobs jobs;

    @BeforeEach
    void start() {
        client = MongoClients.create("mongodb://localhost:" + server.bind().getPort());
        jobs = jobs();
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void of_many_at_once_one_may_and_the_others_not_until_it_has_ended() {
        assertThat(Flux.range(0, 20)
                        .flatMap(i -> jobs().begin("audit", "instance-" + i, NOW, TILL, NOW))
                        .filter(ours -> ours)
                        .count()
                        .block())
                .isEqualTo(1);
        assertThat(begin("other", NOW.plusSeconds(1))).isFalse();
        assertThat(read().isUnderWay(NOW.plusSeconds(1))).isTrue();
    }

    @Test
    void what_came_of_it_is_kept_while_the_next_goes_on() {
        assertThat(jobs.read("audit").block()).isNull();
        assertThat(begin("one", NOW)).isTrue();
        jobs.end("audit", "one", NOW.plusSeconds(5), "well").block();
        assertThat(read()).isEqualTo(new Job(NOW, NOW.plusSeconds(5), "well"));

        assertThat(begin("other", NOW.plusSeconds(6))).isTrue();
        assertThat(read()).isEqualTo(new Job(NOW.plusSeconds(6), TILL, "well"));
    }

    @Test
    void what_was_left_is_taken_over_and_whoever_left_it_has_nothing_to_say() {
        assertThat(begin("one", NOW)).isTrue();
        assertThat(begin("other", TILL)).isTrue();
        jobs.end("audit", "one", TILL, "late").block();
        assertThat(read().result()).isNull();
    }

    @Test
    void what_was_done_lately_need_not_be_done_again() {
        begin("one", NOW);
        jobs.end("audit", "one", NOW.plusSeconds(1), "well").block();
        Instant later = NOW.plusSeconds(2);
        assertThat(jobs.begin("audit", "other", later, TILL, later.minusSeconds(3600))
                        .block())
                .isFalse();
        Instant tomorrow = NOW.plus(Duration.ofDays(1));
        assertThat(jobs.begin("audit", "other", tomorrow, tomorrow.plusSeconds(1), tomorrow.minusSeconds(3600))
                        .block())
                .isTrue();
    }

    /** Of an instance of its own: what is held is known to nobody but the store. */
    private Jobs jobs() {
        return new Jobs(client.getDatabase("jobs"), new MongoLocks(client.getDatabase("jobs")));
    }

    private boolean begin(String by, Instant now) {
        return Objects.requireNonNull(jobs.begin("audit", by, now, TILL, now).block());
    }

    private Job read() {
        return Objects.requireNonNull(jobs.read("audit").block());
    }
}
