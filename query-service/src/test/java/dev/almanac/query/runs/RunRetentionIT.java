package dev.almanac.query.runs;

import static dev.almanac.testing.RuleExamples.MINUTE;
import static dev.almanac.testing.RuleExamples.NINE;
import static dev.almanac.testing.RuleExamples.day;
import static dev.almanac.testing.RuleExamples.missed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import dev.almanac.events.Change;
import dev.almanac.jobs.BackgroundJobs;
import dev.almanac.query.store.Documents;
import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Generations;
import dev.almanac.query.support.Given;
import dev.almanac.query.views.ReadModel;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** A month after nine o'clock: what ended before goes, what ended since stays. */
class RunRetentionIT {
    private static final Clock A_MONTH_LATER = Clock.fixed(NINE.plus(Duration.ofDays(30)), ZoneOffset.UTC);
    /** A plan goes before what became of its runs. */
    private static final Duration KEPT_LONGER = Duration.ofDays(2);
    /** More than the store is asked to delete in one call. */
    private static final int OLD = 2_100;

    private final MongoServer server = new MongoServer(H2Backend.inMemory());
    private final AnnotationConfigApplicationContext service = new AnnotationConfigApplicationContext();

    @BeforeEach
    void start() {
        String url = "mongodb://localhost:" + server.bind().getPort();
        service.registerBean(MongoClient.class, () -> MongoClients.create(url));
        service.registerBean(
                MongoDatabase.class, () -> service.getBean(MongoClient.class).getDatabase("runs"));
        service.registerBean(Clock.class, () -> A_MONTH_LATER);
        service.registerBean(
                BackgroundJobs.class,
                () -> new BackgroundJobs(
                        "query-service",
                        "test",
                        _ -> Optional.empty(),
                        _ -> {},
                        A_MONTH_LATER,
                        new SimpleMeterRegistry()));
        service.register(Generations.class, RunProjection.class, PlanProjection.class, RunRetention.class);
        service.refresh();
        service.getBean(Generations.class).refresh().block();
    }

    @AfterEach
    void stop() {
        service.close();
        server.shutdownNow();
    }

    @Test
    void runs_and_plans_that_ended_a_month_ago_are_dropped_however_many_and_no_others() {
        Generation views = service.getBean(Generations.class).active();
        Instant earlier = NINE.minus(MINUTE.multipliedBy(OLD + 1));
        write(
                views,
                new RunProjection(),
                Stream.concat(
                        IntStream.range(0, OLD)
                                .mapToObj(i ->
                                        missed("old", earlier.minus(KEPT_LONGER).plus(MINUTE.multipliedBy(i)), 0)),
                        Stream.of(missed("new", NINE.minus(KEPT_LONGER), 0))));
        write(views, new PlanProjection(), Stream.of(day("old", earlier), day("new", NINE)));

        service.getBean(RunRetention.class).dropOld();
        await().untilAsserted(() -> {
            assertThat(all(views.of(RunView.class)))
                    .extracting(run -> run.ruleId())
                    .containsExactly("new");
            assertThat(all(views.of(PlanView.class)))
                    .extracting(plan -> plan.ruleId())
                    .containsExactly("new");
        });
    }

    private static <V> void write(Generation views, ReadModel<V> model, Stream<? extends Change> changes) {
        views.of(model)
                .write(Given.of(model, changes.toArray(Change[]::new)).stored())
                .block();
    }

    private static <V> List<V> all(Documents<V> documents) {
        return Objects.requireNonNull(documents
                .find(Filters.empty(), Filters.empty(), OLD + 2)
                .collectList()
                .block());
    }
}
