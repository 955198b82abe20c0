package dev.almanac.query.titles;

import static dev.almanac.query.support.Examples.calendar;
import static dev.almanac.query.support.Examples.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.reactivestreams.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import dev.almanac.query.QueryServiceApplication;
import dev.almanac.query.calendars.CalendarReads;
import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Generations;
import dev.almanac.query.support.Feeder;
import dev.almanac.query.support.KafkaBroker;
import dev.almanac.query.support.TestIssuer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import reactor.core.publisher.Flux;

/** A view more is a folder more: the service finds, fills and rebuilds it, and no other view with it. */
class AddedViewIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int EVENTS = 40;

    private static final TestIssuer ISSUER = new TestIssuer();
    private static final KafkaBroker KAFKA = new KafkaBroker();
    private final MongoServer mongo = new MongoServer(H2Backend.inMemory());
    private final int port = mongo.bind().getPort();

    @AfterEach
    void stop() {
        mongo.shutdownNow();
    }

    @Test
    void is_filled_beside_the_others_and_built_anew_alone_when_its_version_is_raised() {
        try (Feeder feeder = new Feeder(KAFKA.bootstrapServers())) {
            feeder.store(calendar("hall", "Hall"));
            IntStream.range(0, EVENTS)
                    .forEach(i -> feeder.store(event("talk-" + i, "hall", "Talk " + i, "03T09:00", "03T10:00")));
            try (ConfigurableApplicationContext service = start(null)) {
                awaitCalendar(service);
                assertThat(collections(service)).noneMatch(name -> name.startsWith("titles"));
            }
            List<String> before;
            try (ConfigurableApplicationContext service = start(1)) {
                awaitTitles(service, "Talk");
                awaitCalendar(service);
                before = placesButTitles(service);
            }
            try (ConfigurableApplicationContext service = start(2)) {
                AtomicBoolean failed = new AtomicBoolean();
                await().atMost(PATIENCE).until(() -> {
                    Generation views = views(service);
                    long anew = titles(views, "TALK");
                    failed.compareAndSet(false, titles(views, "Talk") + anew != EVENTS);
                    return anew == EVENTS;
                });
                assertThat(failed).as("a read that found less").isFalse();
                assertThat(placesButTitles(service)).isEqualTo(before);
                feeder.store(event("late", "hall", "Talk late", "04T09:00", "04T10:00"));
                await().atMost(PATIENCE).until(() -> titles(views(service), "TALK") == EVENTS + 1);
                awaitCalendar(service);
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(collections(service))
                                .as("of each view the one collection that readers see")
                                .filteredOn(name -> name.startsWith("titles_g"))
                                .hasSize(1));
            }
        }
    }

    private ConfigurableApplicationContext start(@Nullable Integer version) {
        return new SpringApplicationBuilder(QueryServiceApplication.class)
                .initializers(context -> {
                    if (version != null) {
                        ((GenericApplicationContext) context)
                                .registerBean(TitleProjection.class, () -> new TitleProjection(version));
                    }
                })
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--almanac.mongodb.uri=mongodb://localhost:" + port + "/added",
                        "--spring.KAFKA.bootstrap-servers=" + KAFKA.bootstrapServers(),
                        "--almanac.projector.group=added",
                        "--almanac.projector.retirement=1s",
                        "--almanac.security.issuer=" + ISSUER.issuer(),
                        "--almanac.security.jwks-uri=" + ISSUER.jwksUri());
    }

    private static Generation views(ConfigurableApplicationContext service) {
        return service.getBean(Generations.class).active();
    }

    private static void awaitTitles(ConfigurableApplicationContext service, String word) {
        await().atMost(PATIENCE).until(() -> titles(views(service), word) == EVENTS);
    }

    private static long titles(Generation views, String word) {
        return Objects.requireNonNull(TitleReads.of(views)
                .startingWith(word + " ", EVENTS + 2)
                .count()
                .block());
    }

    private static void awaitCalendar(ConfigurableApplicationContext service) {
        await().atMost(PATIENCE)
                .until(() -> CalendarReads.of(views(service)).byId("hall").block() != null);
    }

    /** Where the documents of the other views are. */
    private static List<String> placesButTitles(ConfigurableApplicationContext service) {
        return views(service).layout().views().entrySet().stream()
                .filter(view -> !view.getKey().equals("titles"))
                .map(Object::toString)
                .sorted()
                .toList();
    }

    private static Collection<String> collections(ConfigurableApplicationContext service) {
        return Objects.requireNonNull(
                Flux.from(service.getBean(MongoDatabase.class).listCollectionNames())
                        .collectList()
                        .block());
    }
}
