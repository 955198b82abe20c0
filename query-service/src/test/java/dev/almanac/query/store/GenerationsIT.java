package dev.almanac.query.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import dev.almanac.query.calendars.CalendarView;
import dev.almanac.query.rules.RuleView;
import dev.almanac.query.runs.TallyView;
import dev.almanac.query.support.AllViews;
import dev.almanac.query.views.Projection;
import dev.almanac.query.views.ReadModel;
import java.util.List;
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
    void views_of_the_build_before_are_taken_up_and_only_those_that_have_changed_are_built_anew() {
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
        Pointer taken = requireNonNull(generations.takePart(pointer).block());
        assertThat(requireNonNull(taken.building()).views())
                .containsOnlyKeys(AllViews.models().stream()
                        .filter(model -> model.version() != 8)
                        .map(ReadModel::name)
                        .toList());
        Generation views = generations.active();
        assertThat(views.layout()).isEqualTo(taken.active());
        assertThat(views.of(TallyView.class).byId("night").block())
                .isEqualTo(new TallyView("night", 3, 2, 1, 0, 0, null));
        assertThat(views.positions().read().block())
                .isEqualTo(Map.of(new TopicPartition("scheduling.occurrences.v1", 0), 5L));
    }

    @Test
    void until_the_store_was_asked_which_views_are_read_nobody_is_answered_from_others() {
        former(new Document("_id", "pointer")
                .append("active", 3)
                .append("building", null)
                .append("shape", 8));
        Generations generations = new Generations(database, AllViews.models());

        assertThat(generations.known()).isEmpty();
        assertThatThrownBy(generations::active)
                .isInstanceOf(ViewsUnknown.class)
                .satisfies(unknown -> assertThat(
                                requireNonNull(new StoreFailures().of(unknown)).status())
                        .isEqualTo(503));

        refreshed(generations);
        assertThat(generations.active().number()).isEqualTo(3);
    }

    @Test
    void views_of_an_earlier_build_are_all_built_anew_beside_what_readers_see() {
        former(new Document("_id", "pointer")
                .append("active", 3)
                .append("building", null)
                .append("shape", 7));
        Generations generations = new Generations(database, AllViews.models());

        Pointer pointer = takingPart(generations);

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

    /** Item by item: later code, code without the view, and the code before. */
    @Test
    void what_was_being_built_by_code_that_is_gone_holds_up_no_other() {
        takingPart(of(view("a", 1), view("b", 1)));
        Pointer begun = takingPart(of(view("a", 2), view("b", 1)));
        assertThat(building(begun)).isEqualTo(Layout.of(2, Map.of("a", 2)));

        Generations later = of(view("a", 3), view("b", 1));
        assertThat(takingPart(later)).as("left alone while it may get on").isEqualTo(begun);
        assertThat(later.building(begun)).isEmpty();
        assertThat(later.foreign(begun)).isPresent();
        begun = takenOver(later, begun);
        assertThat(building(begun)).isEqualTo(Layout.of(4, Map.of("a", 3)));
        assertThat(later.building(begun)).isPresent();
        assertThat(later.foreign(begun)).isEmpty();

        Generations without = of(view("b", 2));
        begun = takenOver(without, takingPart(without));
        assertThat(building(begun)).isEqualTo(Layout.of(6, Map.of("b", 2)));

        Generations before = of(view("a", 1), view("b", 1));
        begun = takenOver(before, takingPart(before));
        assertThat(building(begun))
                .as("both were kept up to date by other code for a while")
                .isEqualTo(Layout.of(8, Map.of("a", 1, "b", 1)));
        begun = requireNonNull(before.caughtUp(begun, Map.of()).block());
        assertThat(begun.active()).isEqualTo(Layout.of(8, Map.of("a", 1, "b", 1)));
        assertThat(takingPart(before)).isEqualTo(begun);
    }

    @Test
    void the_code_before_that_ends_in_an_upgrade_leaves_nothing_that_holds_up_the_new() {
        takingPart(of(view("a", 1), view("b", 1)));
        Generations fresh = of(view("a", 2), view("b", 1));
        Pointer joined =
                requireNonNull(fresh.caughtUp(takingPart(fresh), Map.of()).block());
        assertThat(fresh.caughtUp(joined, Map.of()).block()).isNotNull();

        Pointer begun = takingPart(of(view("a", 1), view("b", 1)));
        assertThat(building(begun).views()).isEqualTo(Map.of("a", new Layout.Place(4, 1)));

        Pointer over = takenOver(fresh, takingPart(fresh));
        assertThat(building(over))
                .as("what the code before has written among the new documents goes")
                .isEqualTo(Layout.of(6, Map.of("a", 2)));
        assertThat(over.active().numberOf("a")).isEqualTo(2);
    }

    @Test
    void a_rebuild_of_all_that_other_code_began_can_be_begun_again() {
        Generations before = of(view("a", 1), view("b", 1));
        takingPart(before);
        assertThat(before.beginRebuild().block()).isNotNull();

        Generations after = of(view("a", 2), view("b", 1));
        Pointer begun = takingPart(after);
        assertThat(building(begun)).isEqualTo(Layout.of(2, Map.of("a", 1, "b", 1)));
        begun = requireNonNull(after.beginRebuild().block());
        assertThat(building(begun)).isEqualTo(Layout.of(4, Map.of("a", 2, "b", 1)));
        assertThat(after.beginRebuild().block()).as("once is enough").isNull();
        assertThat(building(takenOver(before, begun)))
                .as("the store may have lost writes of both")
                .isEqualTo(Layout.of(6, Map.of("a", 1, "b", 1)));
    }

    @Test
    void a_rebuild_that_the_build_before_was_in_begins_anew() {
        former(new Document("_id", "pointer")
                .append("active", 1)
                .append("building", 2)
                .append("shape", 7));
        Generations generations = new Generations(database, AllViews.models());
        Pointer pointer = takingPart(generations);
        assertThat(generations.building(pointer)).isEmpty();
        assertThat(building(takenOver(generations, pointer)).isFromTheStart()).isTrue();

        Pointer begun = refreshed(generations);
        assertThat(building(begun).number())
                .as("not the number of what was begun")
                .isEqualTo(4);
        assertThat(building(begun).views()).hasSameSizeAs(AllViews.models());
        assertThat(generations.building(begun)).isPresent();
        assertThat(generations.beginRebuild().block()).as("it runs").isNull();
    }

    @Test
    void where_nothing_is_left_to_build_the_active_views_go_on_from_where_they_are() {
        Generations both = of(view("a", 1), view("b", 1));
        takingPart(both);
        takingPart(of(view("a", 1), view("b", 1), view("new", 1)));
        Map<TopicPartition, Long> applied = Map.of(new TopicPartition("scheduling.occurrences.v1", 0), 5L);

        Pointer over = requireNonNull(both.takeOver(takingPart(both), applied).block());

        Generation views = both.building(over).orElseThrow();
        assertThat(views.positions().read().block()).isEqualTo(applied);
        assertThat(requireNonNull(both.caughtUp(over, applied).block()).active().views())
                .isEqualTo(Layout.of(1, Map.of("a", 1, "b", 1)).views());
    }

    @Test
    void a_view_that_was_gone_for_a_while_is_built_anew_when_it_comes_back() {
        Generations with = of(view("a", 1), view("b", 1));
        Pointer first = takingPart(with);
        Pointer without = takingPart(of(view("a", 1)));
        assertThat(without.isRebuilding()).isFalse();
        assertThat(with.takePart(first).block())
                .as("an instance that has not seen it yet changes nothing")
                .isEqualTo(first);
        assertThat(with.caughtUp(first.building(Map.of("a", 1)), Map.of()).block())
                .isNull();
        assertThat(refreshed(with)).isEqualTo(without);

        Pointer back = takingPart(with);
        assertThat(back.active().numberOf("b")).as("readers see what there is").isEqualTo(1);
        assertThat(building(back)).isEqualTo(Layout.of(2, Map.of("b", 1)));
    }

    private Generations of(ReadModel<?>... models) {
        return new Generations(database, List.of(models));
    }

    private static ReadModel<?> view(String name, int version) {
        return switch (name) {
            case "a" -> new Named<>(name, version, TallyView.class);
            case "b" -> new Named<>(name, version, CalendarView.class);
            default -> new Named<>(name, version, RuleView.class);
        };
    }

    /** A view as far as the pointer knows it. */
    private record Named<V>(String name, int version, Class<V> viewType) implements ReadModel<V> {

        @Override
        public List<Projection<V, ?>> projections() {
            return List.of();
        }

        @Override
        public List<List<String>> indexes() {
            return List.of();
        }
    }

    private static Pointer takingPart(Generations generations) {
        return requireNonNull(generations.takePart(refreshed(generations)).block());
    }

    private static Pointer takenOver(Generations generations, Pointer pointer) {
        return requireNonNull(generations.takeOver(pointer, Map.of()).block());
    }

    private static Layout building(Pointer pointer) {
        return requireNonNull(pointer.building());
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
