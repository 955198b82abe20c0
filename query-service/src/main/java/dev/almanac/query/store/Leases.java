package dev.almanac.query.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What this instance has to itself for a while, by name. */
@Component
public class Leases {
    private static final String BY = "by";
    private static final String TILL = "till";
    private final String me = UUID.randomUUID().toString();
    private final MongoCollection<BsonDocument> collection;

    Leases(MongoDatabase database) {
        this.collection = database.getCollection("leases", BsonDocument.class);
    }

    /** Says whether it is ours until then: for longer than before where it was, and not while it is another's. */
    public Mono<Boolean> take(String name, Instant now, Instant till) {
        return Mono.from(collection.updateOne(and(eq("_id", name), eq(BY, me)), set(TILL, date(till))))
                .flatMap(renewed -> renewed.getMatchedCount() > 0 ? Mono.just(true) : takeFree(name, now, till));
    }

    /** For longer, all of those that are ours; answers how many these are. */
    public Mono<Long> renew(Collection<String> names, Instant till) {
        return Mono.from(collection.updateMany(and(in("_id", names), eq(BY, me)), set(TILL, date(till))))
                .map(UpdateResult::getMatchedCount);
    }

    /** Nothing is ours any more. */
    public Mono<Void> giveUp() {
        return Mono.from(collection.deleteMany(eq(BY, me))).then();
    }

    /** Without an {@code $and}, in which not every server looks for the id of what it is to insert. */
    private Mono<Boolean> takeFree(String name, Instant now, Instant till) {
        BsonDocument free =
                new BsonDocument("_id", new BsonString(name)).append(TILL, new BsonDocument("$lte", date(now)));
        return Mono.from(collection.updateOne(
                        free,
                        combine(set(BY, new BsonString(me)), set(TILL, date(till))),
                        new UpdateOptions().upsert(true)))
                .thenReturn(true)
                .onErrorResume(Leases::isAnothers, _ -> Mono.just(false));
    }

    private static boolean isAnothers(Throwable failure) {
        return failure instanceof MongoWriteException write
                && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    private static BsonDateTime date(Instant instant) {
        return new BsonDateTime(instant.toEpochMilli());
    }
}
