package dev.almanac.query.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.almanac.query.store.Layout.Place;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The pointer in MongoDB, changed by compare-and-set only, so that all instances build and switch together. */
final class Pointers {
    private static final String ID = "views";
    /** Of builds that knew one number for the code of all views; it is left as it is, so that they go on. */
    private static final String FORMER_ID = "pointer";

    private final MongoCollection<BsonDocument> collection;

    Pointers(MongoDatabase database) {
        this.collection = database.getCollection("projections", BsonDocument.class);
    }

    Mono<Pointer> read() {
        return Mono.from(collection.find(eq("_id", ID)).first()).map(Pointers::pointer);
    }

    /** The first instance to ask creates it, out of what a former build has left. */
    Mono<Pointer> readOrCreate(Map<String, Integer> versions) {
        return read().switchIfEmpty(Mono.defer(() -> former(versions.keySet())
                .defaultIfEmpty(new Pointer(Layout.of(1, versions), null))
                .flatMap(this::create)));
    }

    /** Of a former build: one number for all views and one for their code. */
    private Mono<Pointer> former(Set<String> views) {
        return Mono.from(collection.find(eq("_id", FORMER_ID)).first()).map(document -> {
            int shape = document.getNumber("shape").intValue();
            Layout active = former(document.getNumber("active").intValue(), shape, views);
            BsonValue building = document.get("building");
            return new Pointer(
                    active,
                    building == null || building.isNull()
                            ? null
                            : former(building.asNumber().intValue(), shape, views));
        });
    }

    private static Layout former(int number, int shape, Set<String> views) {
        Map<String, Integer> versions = new HashMap<>();
        views.forEach(view -> versions.put(view, shape));
        return Layout.of(number, versions);
    }

    private Mono<Pointer> create(Pointer first) {
        return Mono.from(collection.insertOne(document(first)))
                .then()
                .onErrorComplete(Pointers::isDuplicate)
                .then(read());
    }

    private static boolean isDuplicate(Throwable failure) {
        return failure instanceof MongoWriteException write
                && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    /** Empty when another instance was first. */
    Mono<Pointer> replace(Pointer expected, Pointer next) {
        return Mono.from(collection.replaceOne(unchanged(expected), document(next)))
                .filter(result -> result.getMatchedCount() == 1)
                .map(_ -> next);
    }

    /** A number is never used for other views; by which version they are kept may change. */
    private static Bson unchanged(Pointer expected) {
        return and(Stream.concat(
                        Stream.of(
                                eq("_id", ID),
                                eq("active", expected.active().number()),
                                eq("building", building(expected.building()))),
                        expected.active().views().entrySet().stream()
                                .map(view -> eq(
                                        "activeViews." + view.getKey() + ".version",
                                        view.getValue().version())))
                .toList());
    }

    private static BsonDocument document(Pointer pointer) {
        BsonDocument document = new BsonDocument("_id", new BsonString(ID))
                .append("active", new BsonInt32(pointer.active().number()))
                .append("activeViews", places(pointer.active()))
                .append("building", building(pointer.building()));
        Layout building = pointer.building();
        return building == null ? document : document.append("buildingViews", places(building));
    }

    private static BsonDocument places(Layout layout) {
        BsonDocument places = new BsonDocument();
        layout.views()
                .forEach((view, place) -> places.append(
                        view,
                        new BsonDocument("number", new BsonInt32(place.number()))
                                .append("version", new BsonInt32(place.version()))));
        return places;
    }

    private static Pointer pointer(BsonDocument document) {
        BsonValue building = document.get("building");
        return new Pointer(
                layout(document.getNumber("active").intValue(), document.getDocument("activeViews")),
                building == null || building.isNull()
                        ? null
                        : layout(building.asNumber().intValue(), document.getDocument("buildingViews")));
    }

    private static Layout layout(int number, BsonDocument places) {
        return new Layout(
                number,
                places.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                place -> place(place.getValue().asDocument()))));
    }

    private static Place place(BsonDocument place) {
        return new Place(
                place.getNumber("number").intValue(), place.getNumber("version").intValue());
    }

    private static BsonValue building(@Nullable Layout building) {
        return building == null ? BsonNull.VALUE : new BsonInt32(building.number());
    }
}
