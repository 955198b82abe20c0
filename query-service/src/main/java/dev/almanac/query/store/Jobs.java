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
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What one instance does at a time, each under a lock of its name, and what came of it the last time. */
@Component
public class Jobs {
    private static final String BY = "by";
    private static final String BEGUN = "begun";
    private static final String TILL = "till";
    private static final String RESULT = "result";
    private final MongoCollection<BsonDocument> collection;
    private final LockProvider locks;
    private final Map<String, SimpleLock> held = new ConcurrentHashMap<>();

    Jobs(MongoDatabase database, LockProvider locks) {
        this.collection = database.getCollection("jobs", BsonDocument.class);
        this.locks = locks;
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
        LockConfiguration wanted = new LockConfiguration(now, name, Duration.between(now, till), Duration.ZERO);
        return Mono.fromCallable(() -> locks.lock(wanted))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(lock -> lock.map(ours -> begin(ours, name, by, now, till, notSince))
                        .orElse(Mono.just(false)));
    }

    private Mono<Boolean> begin(SimpleLock lock, String name, String by, Instant now, Instant till, Instant notSince) {
        return Mono.from(collection.updateOne(
                        idle(name, notSince),
                        combine(set(BY, new BsonString(by)), set(BEGUN, date(now)), set(TILL, date(till))),
                        new UpdateOptions().upsert(true)))
                .doOnNext(_ -> held.put(by, lock))
                .thenReturn(true)
                .onErrorResume(Jobs::isBegunLately, _ -> unlocked(lock).thenReturn(false));
    }

    private static Mono<Void> unlocked(SimpleLock lock) {
        return Mono.<Void>fromRunnable(lock::unlock).subscribeOn(Schedulers.boundedElastic());
    }

    /** Without an {@code $and}, in which not every server looks for the id of what it is to insert. */
    private static BsonDocument idle(String name, Instant notSince) {
        return new BsonDocument("_id", new BsonString(name)).append(BEGUN, new BsonDocument("$lte", date(notSince)));
    }

    /** The guard has found nothing, and the document is there. */
    private static boolean isBegunLately(Throwable failure) {
        return failure instanceof MongoWriteException write
                && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    /** Unless it was taken for left meanwhile, and another does it now. */
    public Mono<Void> end(String name, String by, Instant now, String result) {
        return Mono.from(collection.updateOne(
                        and(eq("_id", name), eq(BY, by)),
                        combine(set(TILL, date(now)), set(RESULT, new BsonString(result)))))
                .then(Mono.defer(() ->
                        Optional.ofNullable(held.remove(by)).map(Jobs::unlocked).orElse(Mono.empty())));
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
