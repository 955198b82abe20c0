package dev.almanac.query.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import dev.almanac.query.runs.TallyView;
import dev.almanac.query.support.AllViews;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What the store of a former build becomes. */
class GenerationsIT {
    private final MongoServer server = new MongoServer(H2Backend.inMemory());
    private final MongoClient client =
            MongoClients.create("mongodb://localhost:" + server.bind().getPort());
    private final MongoDatabase database = client.getDatabase("former");

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void views_of_the_build_before_are_taken_up_without_building_any_anew() {
        former(new Document("_id", "pointer")
                .append("active", 3)
                .append("building", null)
                .append("shape", 8));
        insert(
                "tallies_g3",
                new Document("_id", "night")
                        .append("offset", 4L)
                        .append("position", 0L)
                        .append(
                                "view",
                                new Document("ruleId", "night")
                                        .append("nominal", 3L)
                                        .append("succeeded", 2L)
                                        .append("failed", 1L)
                                        .append("missed", 0L)
                                        .append("skipped", 0L)));
        insert(
                "positions_g3",
                new Document("_id", "scheduling.occurrences.v1-0")
                        .append("topic", "scheduling.occurrences.v1")
                        .append("partition", 0)
                        .append("next", 5L));
        Generations generations = new Generations(database, AllViews.models());

        Pointer pointer = refreshed(generations);

        assertThat(pointer.active().number()).isEqualTo(3);
        assertThat(pointer.active().isFromTheStart()).isTrue();
        assertThat(generations.beginRebuildOfOutdated(pointer).block()).isNull();
        Generation views = generations.active();
        assertThat(views.layout()).isEqualTo(pointer.active());
        assertThat(views.of(TallyView.class).byId("night").block())
                .isEqualTo(new TallyView("night", 3, 2, 1, 0, 0, null));
        assertThat(views.positions().read().block())
                .isEqualTo(Map.of(new TopicPartition("scheduling.occurrences.v1", 0), 5L));
    }

    @Test
    void views_of_an_earlier_build_are_all_built_anew_beside_what_readers_see() {
        former(new Document("_id", "pointer")
                .append("active", 3)
                .append("building", null)
                .append("shape", 7));
        Generations generations = new Generations(database, AllViews.models());

        Pointer pointer = requireNonNull(
                generations.beginRebuildOfOutdated(refreshed(generations)).block());

        assertThat(pointer.active().number()).isEqualTo(3);
        assertThat(requireNonNull(pointer.building()).views())
                .hasSameSizeAs(AllViews.models())
                .allSatisfy((_, place) -> assertThat(place.number()).isEqualTo(4));
        assertThat(requireNonNull(pointer.building()).number()).isEqualTo(4);
        assertThat(generations.beginRebuild().block()).as("once is enough").isNull();
    }

    @Test
    void two_instances_never_both_change_the_pointer() {
        Generations one = new Generations(database, AllViews.models());
        Generations other = new Generations(database, AllViews.models());
        Pointer pointer = refreshed(one);
        assertThat(refreshed(other)).isEqualTo(pointer);

        assertThat(one.beginRebuild().block()).isNotNull();
        assertThat(other.beginRebuild().block()).isNull();
        Pointer built = refreshed(other);
        assertThat(one.caughtUp(built, Map.of()).block()).isNotNull();
        assertThat(other.caughtUp(built, Map.of()).block()).isNull();
        assertThat(refreshed(other).active().number()).isEqualTo(2);
    }

    private void former(Document pointer) {
        insert("projections", pointer);
    }

    private void insert(String collection, Document document) {
        Mono.from(database.getCollection(collection).insertOne(document)).block();
    }

    private static Pointer refreshed(Generations generations) {
        return requireNonNull(generations.refresh().block());
    }
}
