package dev.almanac.query.titles;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static dev.almanac.query.support.RealParts.ISSUER;
import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import dev.almanac.events.wire.Topic;
import dev.almanac.query.QueryServiceApplication;
import dev.almanac.query.calendars.CalendarReads;
import dev.almanac.query.events.ScheduleView;
import dev.almanac.query.kafka.Consumers;
import dev.almanac.query.projecting.Projectors;
import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Generations;
import dev.almanac.testing.Feeder;
import dev.almanac.testing.KafkaBroker;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A view more is a folder more: the service finds, fills and rebuilds it, and no other view with it. */
class AddedViewIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int EVENTS = 40;

    private static final KafkaBroker KAFKA = new KafkaBroker(Topic.PARTITIONS);
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
                awaitCalendar(service, "hall");
                assertThat(collections(service)).noneMatch(name -> name.startsWith("titles"));
            }
            List<String> before;
            try (ConfigurableApplicationContext service = start(1)) {
                awaitTitles(service, "Talk", EVENTS);
                awaitCalendar(service, "hall");
                // Who builds anew has caught up once it has applied what is noted as applied: documents come before
                // that.
                await().atMost(PATIENCE).until(() -> isAtRest(service) && hasNotedAll(service));
                before = placesButTitles(service);
            }
            try (ConfigurableApplicationContext service = start(2)) {
                List<String> less = new CopyOnWriteArrayList<>();
                await().atMost(PATIENCE).until(() -> {
                    Generation views = views(service);
                    long anew = titles(views, "TALK");
                    long asBefore = titles(views, "Talk");
                    if (asBefore + anew != EVENTS) {
                        less.add("%d + %d in %s".formatted(asBefore, anew, views.layout()));
                    }
                    return anew == EVENTS;
                });
                assertThat(less).as("reads that found less").isEmpty();
                assertThat(placesButTitles(service)).isEqualTo(before);
                feeder.store(event("late", "hall", "Talk late", "04T09:00", "04T10:00"));
                await().atMost(PATIENCE).until(() -> titles(views(service), "TALK") == EVENTS + 1);
                awaitCalendar(service, "hall");
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(collections(service))
                                .as("of each view the one collection that readers see")
                                .filteredOn(name -> name.startsWith("titles_g"))
                                .hasSize(1));
            }
        }
    }

    @Test
    void that_was_gone_for_a_while_has_what_happened_meanwhile_once_it_is_back() {
        try (Feeder feeder = new Feeder(KAFKA.bootstrapServers())) {
            feeder.store(event("play-1", "hall", "Play 1", "05T09:00", "05T10:00"));
            try (ConfigurableApplicationContext service = start(1)) {
                awaitTitles(service, "Play", 1);
            }
            feeder.store(event("play-2", "hall", "Play 2", "05T10:00", "05T11:00"));
            feeder.store(calendar("stage", "Stage"));
            try (ConfigurableApplicationContext service = start(null)) {
                awaitCalendar(service, "stage");
                awaitSchedule(service, "play-2");
            }
            try (ConfigurableApplicationContext service = start(1)) {
                awaitTitles(service, "Play", 2);
            }
        }
    }

    @Test
    void is_built_by_this_code_when_other_code_began_to_and_is_gone() {
        try (Feeder feeder = new Feeder(KAFKA.bootstrapServers())) {
            feeder.store(event("song-1", "hall", "Song 1", "06T09:00", "06T10:00"));
            try (ConfigurableApplicationContext service = start(1)) {
                awaitTitles(service, "Song", 1);
                await().atMost(PATIENCE).until(() -> isAtRest(service));
                leaveHalfBuilt(service.getBean(MongoDatabase.class), 9);
            }
            try (ConfigurableApplicationContext service = start(2)) {
                awaitTitles(service, "SONG", 1);
                await().atMost(PATIENCE).until(() -> isAtRest(service));
            }
        }
    }

    private static boolean isAtRest(ConfigurableApplicationContext service) {
        return !Objects.requireNonNull(
                        service.getBean(Generations.class).refresh().block())
                .isRebuilding();
    }

    private static boolean hasNotedAll(ConfigurableApplicationContext service) {
        Map<TopicPartition, Long> noted =
                Objects.requireNonNull(views(service).positions().read().block());
        try (var consumer = service.getBean(Consumers.class).ofChanges()) {
            return consumer.endOffsets(Consumers.domainPartitions()).entrySet().stream()
                    .allMatch(end -> noted.getOrDefault(end.getKey(), 0L) >= end.getValue());
        }
    }

    /** As if titles of that version were being built. */
    private static void leaveHalfBuilt(MongoDatabase database, int version) {
        MongoCollection<Document> pointers = database.getCollection("projections");
        int number = Objects.requireNonNull(
                                Mono.from(pointers.find(eq("_id", "views")).first())
                                        .block())
                        .getInteger("active")
                + 1;
        Document place = new Document("number", number).append("version", version);
        Mono.from(pointers.updateOne(
                        eq("_id", "views"),
                        combine(set("building", number), set("buildingViews", new Document("titles", place)))))
                .block();
    }

    private ConfigurableApplicationContext start(@Nullable Integer version) {
        ConfigurableApplicationContext service = new SpringApplicationBuilder(QueryServiceApplication.class)
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
                        "--almanac.projector.retirement=5s",
                        "--almanac.projector.abandonment=2s",
                        "--almanac.security.issuer=" + ISSUER.issuer(),
                        "--almanac.security.jwks-uri=" + ISSUER.jwksUri());
        // Nobody asks an instance before it is ready: until then it has not learned which views readers see.
        await().atMost(PATIENCE).until(service.getBean(Projectors.class)::areHealthy);
        return service;
    }

    private static Generation views(ConfigurableApplicationContext service) {
        return service.getBean(Generations.class).active();
    }

    private static void awaitTitles(ConfigurableApplicationContext service, String word, int count) {
        await().atMost(PATIENCE).until(() -> titles(views(service), word) == count);
    }

    private static long titles(Generation views, String word) {
        return Objects.requireNonNull(TitleReads.of(views)
                .startingWith(word + " ", EVENTS + 2)
                .count()
                .block());
    }

    private static void awaitCalendar(ConfigurableApplicationContext service, String calendarId) {
        await().atMost(PATIENCE)
                .until(() -> CalendarReads.of(views(service)).byId(calendarId).block() != null);
    }

    private static void awaitSchedule(ConfigurableApplicationContext service, String scheduleId) {
        await().atMost(PATIENCE)
                .until(() ->
                        views(service).of(ScheduleView.class).byId(scheduleId).block() != null);
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
