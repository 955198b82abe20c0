package dev.almanac.query.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What clients hold, each under the sync token that it was given for it. Views come and go; this stays, so that a token
 * outlives their rebuild. Of one user the latest few are kept, and none that nobody has used for a month.
 */
@Component
public class SyncStates {
    static final int OF_ONE_USER_MAX = 100;

    /** A client that comes once a month finds its state. */
    private static final Duration KEPT = Duration.ofDays(31);

    /** So often at most a use is noted. */
    private static final Duration NOTED = Duration.ofHours(1);

    private static final String USED = "used";
    private static final String USER = "user";
    private static final String ITEMS = "items";
    private static final String FORMER = "former";
    private static final char SEPARATOR = ' ';
    private static final int BYTES = 18;
    private final SecureRandom random = new SecureRandom();
    private final MongoCollection<BsonDocument> collection;
    private final Clock clock;
    private final Mono<String> indexed;

    SyncStates(MongoDatabase database, Clock clock) {
        this.collection = database.getCollection("sync_states", BsonDocument.class);
        this.clock = clock;
        this.indexed = Mono.defer(() -> Mono.from(collection.createIndex(ascending(USER, USED)))
                        .then(Mono.from(collection.createIndex(ascending(USED)))))
                .cache(_ -> Duration.ofDays(1), _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    /**
     * What a client holds.
     *
     * @param kind of the items
     * @param digests of the items, by their ids
     */
    public record SyncState(String user, String kind, Map<String, String> digests) {
        public SyncState {
            digests = Map.copyOf(digests);
        }
    }

    /**
     * The token under which it is found again.
     *
     * @param former the one before, which is forgotten as soon as this one is used: until then its answer may have been lost
     */
    public Mono<String> keep(SyncState state, @Nullable String former) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return indexed.then(Mono.defer(() -> Mono.from(
                        collection.deleteMany(lte(USED, clock.instant().minus(KEPT))))))
                .then(Mono.defer(() -> Mono.from(collection.insertOne(document(token, state, former)))))
                .then(Mono.defer(() -> withoutOldest(state.user())))
                .thenReturn(token);
    }

    /** Empty when there is none such, or it is another's, or over. */
    public Mono<SyncState> find(String token, String user) {
        return Mono.from(collection.find(and(eq("_id", token), eq(USER, user))).first())
                .delayUntil(found -> noteUse(token, used(found)))
                .delayUntil(found -> forgetFormer(token, found))
                .map(SyncStates::state);
    }

    private Mono<Void> noteUse(String token, Instant used) {
        Instant now = clock.instant();
        return used.isAfter(now.minus(NOTED))
                ? Mono.empty()
                : Mono.from(collection.updateOne(eq("_id", token), set(USED, new BsonDateTime(now.toEpochMilli()))))
                        .then();
    }

    private Mono<Void> forgetFormer(String token, BsonDocument found) {
        return found.containsKey(FORMER)
                ? Mono.from(collection.deleteOne(
                                eq("_id", found.getString(FORMER).getValue())))
                        .then(Mono.from(collection.updateOne(eq("_id", token), unset(FORMER))))
                        .then()
                : Mono.empty();
    }

    private Mono<Void> withoutOldest(String user) {
        return Mono.from(collection
                        .find(eq(USER, user))
                        .projection(include(USED))
                        .sort(descending(USED))
                        .skip(OF_ONE_USER_MAX)
                        .first())
                .flatMap(oldest -> Mono.from(collection.deleteMany(and(eq(USER, user), lte(USED, used(oldest))))))
                .then();
    }

    private BsonDocument document(String token, SyncState state, @Nullable String former) {
        BsonArray items = new BsonArray(state.digests().entrySet().stream()
                .map(item -> new BsonString(item.getValue() + SEPARATOR + item.getKey()))
                .toList());
        BsonDocument document = new BsonDocument("_id", new BsonString(token))
                .append(USER, new BsonString(state.user()))
                .append("kind", new BsonString(state.kind()))
                .append(USED, new BsonDateTime(clock.instant().toEpochMilli()))
                .append(ITEMS, items);
        return former == null ? document : document.append(FORMER, new BsonString(former));
    }

    private static Instant used(BsonDocument document) {
        return Instant.ofEpochMilli(document.getDateTime(USED).getValue());
    }

    private static SyncState state(BsonDocument document) {
        Map<String, String> digests = new LinkedHashMap<>();
        document.getArray(ITEMS).forEach(item -> {
            String text = item.asString().getValue();
            int separator = text.indexOf(SEPARATOR);
            digests.put(text.substring(separator + 1), text.substring(0, separator));
        });
        return new SyncState(
                document.getString(USER).getValue(), document.getString("kind").getValue(), digests);
    }
}
