package dev.almanac.query.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What one instance does at a time, each under a name, and what came of it the last time. */
@Component
public class Jobs {
    private static final String BY = "by";
    private static final String BEGUN = "begun";
    private static final String TILL = "till";
    private static final String RESULT = "result";
    private final MongoCollection<BsonDocument> collection;

    Jobs(MongoDatabase database) {
        this.collection = database.getCollection("jobs", BsonDocument.class);
    }

    /**
     * A job as it was begun last.
     *
     * @param till when it counts as left by whoever began it; before now once it has ended
     * @param result of the last time that it came to an end; null before the first
     */
    public record Job(Instant begun, Instant till, @Nullable String result) {
        public boolean isUnderWay(Instant now) {
            return till.isAfter(now);
        }
    }

    /**
     * Says whether it is ours to do: not while another does it.
     *
     * @param by who does it: a name for this one time
     * @param notSince no more when it was begun after this
     */
    public Mono<Boolean> begin(String name, String by, Instant now, Instant till, Instant notSince) {
        return Mono.from(collection.updateOne(
                        free(name, now, notSince),
                        combine(set(BY, new BsonString(by)), set(BEGUN, date(now)), set(TILL, date(till))),
                        new UpdateOptions().upsert(true)))
                .thenReturn(true)
                .onErrorResume(Jobs::isAnothers, _ -> Mono.just(false));
    }

    /** Without an {@code $and}, in which not every server looks for the id of what it is to insert. */
    private static BsonDocument free(String name, Instant now, Instant notSince) {
        return new BsonDocument("_id", new BsonString(name))
                .append(TILL, new BsonDocument("$lte", date(now)))
                .append(BEGUN, new BsonDocument("$lte", date(notSince)));
    }

    /** The guard has found nothing, and the document is there. */
    private static boolean isAnothers(Throwable failure) {
        return failure instanceof MongoWriteException write
                && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    /** Unless it was taken for left meanwhile, and another does it now. */
    public Mono<Void> end(String name, String by, Instant now, String result) {
        return Mono.from(collection.updateOne(
                        and(eq("_id", name), eq(BY, by)),
                        combine(set(TILL, date(now)), set(RESULT, new BsonString(result)))))
                .then();
    }

    /** Empty before it was begun for the first time. */
    public Mono<Job> read(String name) {
        return Mono.from(collection.find(eq("_id", name)).first())
                .map(document -> new Job(
                        instant(document, BEGUN),
                        instant(document, TILL),
                        document.containsKey(RESULT)
                                ? document.getString(RESULT).getValue()
                                : null));
    }

    private static BsonDateTime date(Instant instant) {
        return new BsonDateTime(instant.toEpochMilli());
    }

    private static Instant instant(BsonDocument document, String field) {
        return Instant.ofEpochMilli(document.getDateTime(field).getValue());
    }
}
