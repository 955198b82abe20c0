package dev.almanac.query.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.client.result.DeleteResult;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.almanac.query.views.Audience;
import dev.almanac.query.views.ReadModel;
import dev.almanac.query.views.Stored;
import java.util.Collection;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The documents of one view in one generation. */
public final class Documents<V> {
    /** Well below the 48 MB that a message may have, whatever the documents are. */
    private static final int BULK_MAX = 1000;

    private static final int DUPLICATE_KEY = 11000;

    private final MongoCollection<BsonDocument> collection;
    private final ViewCodec<V> codec;
    private final Audience audience;
    private final RowAccess access;

    Documents(MongoCollection<BsonDocument> collection, ReadModel<V> model) {
        this(collection, ViewCodec.of(model.viewType()), model.audience(), RowAccess.unrestricted());
    }

    private Documents(
            MongoCollection<BsonDocument> collection, ViewCodec<V> codec, Audience audience, RowAccess access) {
        this.collection = collection;
        this.codec = codec;
        this.audience = audience;
        this.access = access;
    }

    /** The same documents for a reader who may not see them all. */
    Documents<V> restrictedTo(RowAccess reader) {
        return new Documents<>(collection, codec, audience, reader);
    }

    /** All documents with these ids, those that are gone too. */
    public Flux<Stored<V>> stored(Collection<String> ids) {
        return Flux.fromIterable(ids)
                .buffer(BULK_MAX)
                .concatMap(chunk -> seen(in("_id", chunk)).flatMapMany(this::bytes))
                .map(codec::decode);
    }

    /** All documents that a change with this offset or a later one was applied to, those that are gone too. */
    public Flux<Stored<V>> writtenSince(long offset) {
        return Flux.from(bytes(gte("offset", offset))).map(codec::decode);
    }

    /** So many at most by their ids, from one on and before another if one is named: as they lie there, damaged ones too. */
    public Flux<FoundDocument<V>> found(String from, @Nullable String before, int most) {
        return Flux.from(collection
                        .find(before == null ? gte("_id", from) : and(gte("_id", from), lt("_id", before)))
                        .sort(ascending("_id"))
                        .limit(most))
                .map(document -> new FoundDocument<>(document, codec));
    }

    /** The ids from this one on, so many at most. */
    public Flux<String> idsFrom(String id, int most) {
        return ids(gte("_id", id), ascending("_id"), most);
    }

    /** The ids before this one, the next first, so many at most. */
    public Flux<String> idsBefore(String id, int most) {
        return ids(lt("_id", id), descending("_id"), most);
    }

    private Flux<String> ids(Bson filter, Bson sort, int most) {
        return Flux.from(collection
                        .find(filter)
                        .projection(include("_id"))
                        .sort(sort)
                        .limit(most))
                .map(document -> document.getString("_id").getValue());
    }

    /** As it is read again once it was written; fails as writing it would where no store can hold it. */
    public Stored<V> comingBack(Stored<V> document) {
        return codec.decode(codec.encode(document));
    }

    public Flux<V> find(Bson filter, Bson sort, int limit) {
        return present(seen(filter)
                .flatMapMany(rows -> bytes(rows).sort(sort).limit(limit))
                .map(codec::decode));
    }

    private FindPublisher<RawBsonDocument> bytes(Bson rows) {
        return collection.find(rows, RawBsonDocument.class);
    }

    /** In the query itself, so that pages are full and nothing hidden is counted. */
    private Mono<Bson> seen(Bson filter) {
        return access.rows(audience).map(rows -> rows.and(filter));
    }

    public Mono<V> byId(String id) {
        return byIds(List.of(id)).next();
    }

    public Flux<V> byIds(Collection<String> ids) {
        return present(stored(ids));
    }

    private static <V> Flux<V> present(Flux<Stored<V>> documents) {
        return documents.handle((document, sink) -> {
            V view = document.view();
            if (view != null) {
                sink.next(view);
            }
        });
    }

    /** Writes what is newer than what is there; fails with {@link NewerWriter} when another instance was ahead. */
    public Mono<Void> write(Collection<Stored<V>> documents) {
        return Flux.fromIterable(documents)
                .map(this::guarded)
                .buffer(BULK_MAX)
                .concatMap(chunk -> collection.bulkWrite(chunk, new BulkWriteOptions().ordered(true)))
                .onErrorMap(MongoBulkWriteException.class, Documents::newerWriter)
                .then();
    }

    /** Hard delete: the guards against replays go with the documents. So many at most; answers how many. */
    public Mono<Long> delete(Bson filter, int most) {
        return Flux.from(collection.find(filter).projection(include("_id")).limit(most))
                .map(document -> document.getString("_id").getValue())
                .collectList()
                .filter(ids -> !ids.isEmpty())
                .flatMap(ids -> Mono.from(collection.deleteMany(and(in("_id", ids), filter))))
                .map(DeleteResult::getDeletedCount)
                .defaultIfEmpty(0L);
    }

    private WriteModel<BsonDocument> guarded(Stored<V> stored) {
        return new ReplaceOneModel<>(older(stored), codec.encode(stored), new ReplaceOptions().upsert(true));
    }

    /** Without an {@code $and}, in which not every server looks for the id that spares it a scan. */
    private static BsonDocument older(Stored<?> stored) {
        return new BsonDocument("_id", new BsonString(stored.id()))
                .append("offset", new BsonDocument("$lt", new BsonInt64(stored.offset())));
    }

    private static RuntimeException newerWriter(MongoBulkWriteException failure) {
        boolean newer = failure.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY);
        return newer && failure.getWriteConcernError() == null ? new NewerWriter(failure) : failure;
    }

    Mono<Void> createIndexes(ReadModel<V> model) {
        List<IndexModel> models = model.indexes().stream()
                .map(fields -> new IndexModel(Indexes.ascending(fields)))
                .toList();
        return models.isEmpty()
                ? Mono.empty()
                : Flux.from(collection.createIndexes(models)).then();
    }
}
