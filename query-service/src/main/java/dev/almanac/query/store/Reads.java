package dev.almanac.query.store;

import dev.almanac.query.views.Stored;
import java.util.Collection;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is asked of one view. Only those who extend it know what its fields are called in the store. */
public abstract class Reads<V> {
    private final Documents<V> documents;

    protected Reads(Generation views, Class<V> viewType) {
        this.documents = views.of(viewType);
    }

    public final Mono<V> byId(String id) {
        return documents.byId(id);
    }

    public final Flux<V> byIds(Collection<String> ids) {
        return documents.byIds(ids);
    }

    /** All documents with these ids, those that are gone too. */
    public final Flux<Stored<V>> stored(Collection<String> ids) {
        return documents.stored(ids);
    }

    protected final Flux<V> find(Bson filter, Bson sort, int limit) {
        return documents.find(filter, sort, limit);
    }

    /** All documents that a change with this offset or a later one was applied to, those that are gone too. */
    public final Flux<Stored<V>> writtenSince(long offset) {
        return documents.writtenSince(offset);
    }

    /** Hard delete: the guards against replays go with the documents. Deletes up to a limit; answers how many. */
    protected final Mono<Long> delete(Bson filter, int most) {
        return documents.delete(filter, most);
    }
}
