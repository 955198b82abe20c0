package dev.almanac.query.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Messages that wait to be sent to somebody outside, and what became of those that were. What waits lies apart, so that looking
 * for what is due costs as much as is due.
 */
@Component
public class Outbox {
    private static final String LANE = "lane";
    private static final String CREATED = "createdAt";
    private static final String DUE = "dueAt";
    private static final String ORDER = "order";
    private static final int BULK_MAX = 1000;
    private final MongoCollection<BsonDocument> waiting;
    private final MongoCollection<BsonDocument> sent;
    private final Mono<String> indexed;

    Outbox(MongoDatabase database) {
        this.waiting = database.getCollection("outbox", BsonDocument.class);
        this.sent = database.getCollection("outbox_sent", BsonDocument.class);
        this.indexed = Mono.defer(() -> Mono.from(waiting.createIndex(ascending(DUE)))
                        .then(Mono.from(waiting.createIndex(ascending(LANE, CREATED))))
                        .then(Mono.from(sent.createIndex(ascending(LANE, CREATED, "_id"))))
                        .then(Mono.from(sent.createIndex(ascending(CREATED)))))
                .cache(_ -> Duration.ofDays(1), _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    /**
     * A message on its way.
     *
     * @param lane to whom, and by which way: what is sent on one lane is sent by one instance at a time
     * @param subject whose messages must not overtake each other on the lane
     * @param order by which they are sorted
     * @param note what came of the last attempt; null before the first
     */
    public record Message(
            String id,
            String lane,
            String type,
            String subject,
            long order,
            Instant createdAt,
            Instant dueAt,
            int attempts,
            String body,
            @Nullable String note) {

        public Message tried(Instant next, String why) {
            return new Message(id, lane, type, subject, order, createdAt, next, attempts + 1, body, why);
        }

        public Message behind(Instant next) {
            return new Message(id, lane, type, subject, order, createdAt, next, attempts, body, note);
        }

        /** Once more, as if it were new. */
        public Message again(Instant now) {
            return new Message(id, lane, type, subject, order, now, now, 0, body, null);
        }
    }

    /**
     * A message that is not on its way any more.
     *
     * @param delivered false where it was given up
     */
    public record Sent(Message message, boolean delivered, Instant at) {}

    /** What is there already is left as it is: it was read from the log once more. */
    public Mono<Void> add(Collection<Message> messages) {
        return indexed.then(Flux.fromIterable(messages)
                .map(message -> new UpdateOneModel<BsonDocument>(
                        eq("_id", message.id()),
                        new BsonDocument("$setOnInsert", fields(message)),
                        new UpdateOptions().upsert(true)))
                .buffer(BULK_MAX)
                .concatMap(chunk -> waiting.bulkWrite(chunk, new BulkWriteOptions().ordered(true)))
                .then());
    }

    /** By when they came. */
    public Flux<Message> due(Instant now, Collection<String> exceptLanes, int most) {
        Bson due = lte(DUE, now);
        return Flux.from(waiting.find(exceptLanes.isEmpty() ? due : and(due, nin(LANE, exceptLanes)))
                        .sort(ascending(CREATED, ORDER))
                        .limit(most))
                .map(Outbox::message);
    }

    /** Where something waits that is not due: what is due there may have to wait behind it. */
    public Flux<String> lanesWithLater(Instant now) {
        return Flux.from(waiting.distinct(LANE, gt(DUE, now), String.class));
    }

    /** Of a lane, by when they came. */
    public Flux<Message> waiting(String lane, int most) {
        return Flux.from(waiting.find(eq(LANE, lane))
                        .sort(ascending(CREATED, ORDER))
                        .limit(most))
                .map(Outbox::message);
    }

    public Mono<Long> count() {
        return Mono.from(waiting.estimatedDocumentCount());
    }

    public Mono<Void> put(Collection<Message> messages) {
        return Flux.fromIterable(messages)
                .map(message -> new ReplaceOneModel<>(
                        eq("_id", message.id()),
                        fields(message).append("_id", new BsonString(message.id())),
                        new ReplaceOptions().upsert(true)))
                .buffer(BULK_MAX)
                .concatMap(chunk -> waiting.bulkWrite(chunk, new BulkWriteOptions().ordered(true)))
                .then();
    }

    /** First noted, then taken off: whoever is killed between the two sends once more. */
    public Mono<Void> done(Collection<Sent> done) {
        return Flux.fromIterable(done)
                .map(one -> new ReplaceOneModel<>(
                        eq("_id", one.message().id()),
                        fields(one.message())
                                .append("_id", new BsonString(one.message().id()))
                                .append("delivered", BsonBoolean.valueOf(one.delivered()))
                                .append("at", date(one.at())),
                        new ReplaceOptions().upsert(true)))
                .buffer(BULK_MAX)
                .concatMap(chunk -> sent.bulkWrite(chunk, new BulkWriteOptions().ordered(true)))
                .then(Flux.fromIterable(done)
                        .map(one -> one.message().id())
                        .buffer(BULK_MAX)
                        .concatMap(ids -> waiting.deleteMany(in("_id", ids)))
                        .then());
    }

    /** Nothing of the lane is sent any more. */
    public Mono<Void> drop(String lane) {
        return Mono.from(waiting.deleteMany(eq(LANE, lane))).then();
    }

    /** Newest first. */
    public Flux<Sent> sent(String lane, @Nullable Instant before, @Nullable String beforeId, int most) {
        Bson lanes = eq(LANE, lane);
        Bson wanted = before == null || beforeId == null
                ? lanes
                : and(lanes, or(lt(CREATED, before), and(eq(CREATED, before), lt("_id", beforeId))));
        return Flux.from(sent.find(wanted).sort(descending(CREATED, "_id")).limit(most))
                .map(Outbox::sent);
    }

    public Mono<Message> byId(String lane, String id) {
        return Mono.from(waiting.find(eq("_id", id)).first())
                .switchIfEmpty(Mono.from(sent.find(eq("_id", id)).first()))
                .map(Outbox::message)
                .filter(message -> message.lane().equals(lane));
    }

    public Mono<Void> forgetSentBefore(Instant end) {
        return Mono.from(sent.deleteMany(lt(CREATED, end))).then();
    }

    private static BsonDocument fields(Message message) {
        BsonDocument fields = new BsonDocument(LANE, new BsonString(message.lane()))
                .append("type", new BsonString(message.type()))
                .append("subject", new BsonString(message.subject()))
                .append(ORDER, new BsonInt64(message.order()))
                .append(CREATED, date(message.createdAt()))
                .append(DUE, date(message.dueAt()))
                .append("attempts", new BsonInt32(message.attempts()))
                .append("body", new BsonString(message.body()));
        String note = message.note();
        return note == null ? fields : fields.append("note", new BsonString(note));
    }

    private static Message message(BsonDocument document) {
        return new Message(
                text(document, "_id"),
                text(document, LANE),
                text(document, "type"),
                text(document, "subject"),
                document.getNumber(ORDER).longValue(),
                instant(document, CREATED),
                instant(document, DUE),
                document.getNumber("attempts").intValue(),
                text(document, "body"),
                document.containsKey("note") ? text(document, "note") : null);
    }

    private static Sent sent(BsonDocument document) {
        return new Sent(message(document), document.getBoolean("delivered").getValue(), instant(document, "at"));
    }

    private static String text(BsonDocument document, String field) {
        return document.getString(field).getValue();
    }

    private static Instant instant(BsonDocument document, String field) {
        return Instant.ofEpochMilli(document.getDateTime(field).getValue());
    }

    private static BsonDateTime date(Instant instant) {
        return new BsonDateTime(instant.toEpochMilli());
    }
}
