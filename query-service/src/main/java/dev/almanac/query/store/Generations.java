package dev.almanac.query.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.almanac.query.views.ReadModel;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The generations of the views. The pointer lives in MongoDB and is changed by compare-and-set only, so that all
 * instances of the service build and switch together.
 */
@Component
public class Generations {
    /** Raise it when a view's documents change: the service then rebuilds by itself, and switches when it caught up. */
    static final int SHAPE = 8;

    private static final String POINTER = "pointer";
    private final MongoDatabase database;
    private final MongoCollection<BsonDocument> pointers;
    private final AtomicReference<Generation> active;
    private final List<ReadModel<?>> models;

    Generations(MongoDatabase database, List<ReadModel<?>> models) {
        this.models = List.copyOf(models);
        this.database = database;
        this.pointers = database.getCollection("projections", BsonDocument.class);
        this.active = new AtomicReference<>(generation(1));
    }

    /** What readers see. */
    public Generation active() {
        return active.get();
    }

    public Generation generation(int number) {
        return new Generation(number, models, database);
    }

    /** The pointer as it is in the store now; the first instance to ask creates it. Readers follow it. */
    public Mono<Pointer> refresh() {
        return read().switchIfEmpty(Mono.defer(this::create)).doOnNext(this::follow);
    }

    /** Starts a new generation beside the active one; empty when one is being built already. */
    public Mono<Pointer> beginRebuild() {
        return read().filter(pointer -> !pointer.isRebuilding())
                .flatMap(pointer -> replace(pointer, pointer.rebuilding()));
    }

    /** Makes the generation that was built the active one; empty when another instance did so before. */
    public Mono<Pointer> switchOver(Pointer pointer) {
        return replace(pointer, pointer.switched(SHAPE)).doOnNext(this::follow);
    }

    public Mono<Void> prepare(Generation generation) {
        return generation.createIndexes();
    }

    public Mono<Void> drop(Generation generation) {
        return generation.drop();
    }

    /** Whether the active generation was built by other code than this. */
    public static boolean isOutdated(Pointer pointer) {
        return pointer.shape() != SHAPE && !pointer.isRebuilding();
    }

    private void follow(Pointer pointer) {
        if (active.get().number() != pointer.active()) {
            active.set(generation(pointer.active()));
        }
    }

    private Mono<Pointer> read() {
        return Mono.from(pointers.find(eq("_id", POINTER)).first()).map(Generations::pointer);
    }

    private Mono<Pointer> create() {
        return Mono.from(pointers.insertOne(document(new Pointer(1, null, SHAPE))))
                .then()
                .onErrorComplete(Generations::isDuplicate)
                .then(read());
    }

    private static boolean isDuplicate(Throwable failure) {
        return failure instanceof MongoWriteException write
                && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    private Mono<Pointer> replace(Pointer expected, Pointer next) {
        Bson unchanged =
                and(eq("_id", POINTER), eq("active", expected.active()), eq("building", building(expected.building())));
        return Mono.from(pointers.replaceOne(unchanged, document(next)))
                .filter(result -> result.getMatchedCount() == 1)
                .map(_ -> next);
    }

    private static BsonDocument document(Pointer pointer) {
        return new BsonDocument("_id", new BsonString(POINTER))
                .append("active", new BsonInt32(pointer.active()))
                .append("building", building(pointer.building()))
                .append("shape", new BsonInt32(pointer.shape()));
    }

    private static Pointer pointer(BsonDocument document) {
        BsonValue building = document.get("building");
        return new Pointer(
                document.getNumber("active").intValue(),
                building == null || building.isNull()
                        ? null
                        : building.asNumber().intValue(),
                document.getNumber("shape").intValue());
    }

    private static BsonValue building(@Nullable Integer building) {
        return building == null ? BsonNull.VALUE : new BsonInt32(building);
    }
}
