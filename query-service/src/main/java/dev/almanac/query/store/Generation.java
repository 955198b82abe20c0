package dev.almanac.query.store;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.almanac.events.wire.Topic;
import dev.almanac.query.views.ReadModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Views that are kept up to date together, and how far they are. */
public final class Generation {
    private final Layout layout;
    private final boolean isWhole;
    private final List<ReadModel<?>> models;
    private final Map<Class<?>, Documents<?>> documents;
    private final Positions positions;

    Generation(Layout layout, boolean isWhole, List<ReadModel<?>> models, MongoDatabase database) {
        this.layout = layout;
        this.isWhole = isWhole;
        this.models = models.stream()
                .filter(model -> layout.views().containsKey(model.name()))
                .toList();
        this.documents = models.stream()
                .collect(
                        Collectors.toUnmodifiableMap(ReadModel::viewType, model -> documents(database, model, layout)));
        this.positions = new Positions(collection(database, Layout.POSITIONS, layout.number()));
    }

    private Generation(
            Layout layout,
            boolean isWhole,
            List<ReadModel<?>> models,
            Map<Class<?>, Documents<?>> documents,
            Positions positions) {
        this.layout = layout;
        this.isWhole = isWhole;
        this.models = models;
        this.documents = documents;
        this.positions = positions;
    }

    /** The same views for a reader who may not see all of them. */
    public Generation restrictedTo(RowAccess reader) {
        Map<Class<?>, Documents<?>> restricted = new HashMap<>();
        documents.forEach((type, all) -> restricted.put(type, all.restrictedTo(reader)));
        return new Generation(layout, isWhole, models, restricted, positions);
    }

    public int number() {
        return layout.number();
    }

    public Layout layout() {
        return layout;
    }

    /** Which are read for these views: if they are all that there is, also those that no view is made of. */
    public Set<Topic> topics() {
        return isWhole
                ? Set.of(Topic.values())
                : models.stream().flatMap(model -> model.topics().stream()).collect(Collectors.toUnmodifiableSet());
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

    private static <V> Documents<V> documents(MongoDatabase database, ReadModel<V> model, Layout layout) {
        return new Documents<>(collection(database, model.name(), layout.numberOf(model.name())), model);
    }

    private static MongoCollection<BsonDocument> collection(MongoDatabase database, String name, int number) {
        return database.getCollection(name + "_g" + number, BsonDocument.class);
    }
}
