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
import java.util.Optional;
import java.util.UUID;
import net.javacrumbs.shedlock.core.AbstractSimpleLock;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Where ShedLock keeps its locks: in the collection and the fields of its own provider for MongoDB, which no repository has in a
 * version that fits, and by a guarded upsert, as all that is written here.
 */
@Component
public class MongoLocks implements LockProvider {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String UNTIL = "lockUntil";
    private static final String AT = "lockedAt";
    private static final String BY = "lockedBy";
    private final MongoCollection<BsonDocument> collection;

    MongoLocks(MongoDatabase database) {
        this.collection = database.getCollection("shedLock", BsonDocument.class);
    }

    /** Waits for the store: to be called from a thread that may. */
    @Override
    public Optional<SimpleLock> lock(LockConfiguration wanted) {
        Instant now = wanted.getLockAtMostUntil().minus(wanted.getLockAtMostFor());
        // Of this one time, so that whoever comes back after its lock has expired cannot end another's.
        String by = UUID.randomUUID().toString();
        return Mono.from(collection.updateOne(
                        free(wanted.getName(), now),
                        combine(
                                set(UNTIL, date(wanted.getLockAtMostUntil())),
                                set(AT, date(now)),
                                set(BY, new BsonString(by))),
                        new UpdateOptions().upsert(true)))
                .<SimpleLock>map(_ -> new MongoLock(wanted, by))
                .onErrorResume(MongoLocks::isAnothers, _ -> Mono.empty())
                .blockOptional(PATIENCE);
    }

    /** Without an {@code $and}, in which not every server looks for the id of what it is to insert. */
    private static BsonDocument free(String name, Instant now) {
        return new BsonDocument("_id", new BsonString(name)).append(UNTIL, new BsonDocument("$lte", date(now)));
    }

    /** The guard has found nothing, and the document is there. */
    private static boolean isAnothers(Throwable failure) {
        return failure instanceof MongoWriteException write
                && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    private static BsonDateTime date(Instant instant) {
        return new BsonDateTime(instant.toEpochMilli());
    }

    private final class MongoLock extends AbstractSimpleLock {
        private final String by;

        private MongoLock(LockConfiguration held, String by) {
            super(held);
            this.by = by;
        }

        @Override
        protected void doUnlock() {
            Mono.from(collection.updateOne(
                            and(eq("_id", lockConfiguration.getName()), eq(BY, by)),
                            set(UNTIL, date(lockConfiguration.getLockAtLeastUntil()))))
                    .block(PATIENCE);
        }
    }
}
