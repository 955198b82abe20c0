package dev.almanac.query.store;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.almanac.query.views.ReadModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One complete set of views, built from the start of the topics. */
public final class Generation {
    private final int number;
    private final List<ReadModel<?>> models;
    private final Map<Class<?>, Documents<?>> documents;
    private final Positions positions;

    Generation(int number, List<ReadModel<?>> models, MongoDatabase database) {
        this.number = number;
        this.models = models;
        this.documents = models.stream()
                .collect(Collectors.toUnmodifiableMap(ReadModel::viewType, model -> documents(database, model)));
        this.positions = new Positions(collection(database, "positions"));
    }

    private Generation(
            int number, List<ReadModel<?>> models, Map<Class<?>, Documents<?>> documents, Positions positions) {
        this.number = number;
        this.models = models;
        this.documents = documents;
        this.positions = positions;
    }

    /** The same views for a reader who may not see all of them. */
    public Generation restrictedTo(RowAccess reader) {
        Map<Class<?>, Documents<?>> restricted = new HashMap<>();
        documents.forEach((type, all) -> restricted.put(type, all.restrictedTo(reader)));
        return new Generation(number, models, restricted, positions);
    }

    public int number() {
        return number;
    }

    /** The views that are kept up to date together. */
    public List<ReadModel<?>> models() {
        return models;
    }

    public Positions positions() {
        return positions;
    }

    public <V> Documents<V> of(ReadModel<V> model) {
        return of(model.viewType());
    }

    @SuppressWarnings("unchecked")
    public <V> Documents<V> of(Class<V> viewType) {
        Documents<?> found = documents.get(viewType);
        if (found == null) {
            throw new IllegalArgumentException("there is no view of " + viewType.getSimpleName());
        }
        return (Documents<V>) found;
    }

    Mono<Void> createIndexes() {
        return Flux.fromIterable(models).concatMap(this::createIndexes).then();
    }

    private <V> Mono<Void> createIndexes(ReadModel<V> model) {
        return of(model).createIndexes(model);
    }

    Mono<Void> drop() {
        Function<Documents<?>, Mono<Void>> drop = Documents::drop;
        return Flux.fromIterable(documents.values()).concatMap(drop).then(positions.drop());
    }

    private <V> Documents<V> documents(MongoDatabase database, ReadModel<V> model) {
        return new Documents<>(collection(database, model.name()), model);
    }

    private MongoCollection<BsonDocument> collection(MongoDatabase database, String name) {
        return database.getCollection(name + "_g" + number, BsonDocument.class);
    }
}
