package dev.almanac.query.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.almanac.web.Sha256;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Tickets that let their holder in once, at whichever instance. Only their hashes are kept: who reads the store learns
 * none. Those that are over are deleted as new ones are issued, because not every server that we run on does it by itself.
 */
@Component
public class Tickets {
    private static final String TILL = "till";
    private static final String TOKEN_TILL = "tokenTill";
    private static final int BYTES = 32;
    private final SecureRandom random = new SecureRandom();
    private final MongoCollection<BsonDocument> collection;
    private final Clock clock;
    private final Mono<String> indexed;

    Tickets(MongoDatabase database, Clock clock) {
        this.collection = database.getCollection("stream_tickets", BsonDocument.class);
        this.clock = clock;
        this.indexed = Mono.defer(() -> Mono.from(collection.createIndex(ascending(TILL))))
                .cache(_ -> Duration.ofDays(1), _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    /** What the holder has to show: the one time that it can be read. */
    public Mono<String> issue(Ticket ticket) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String shown = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        return indexed.then(Mono.defer(() -> Mono.from(collection.deleteMany(lte(TILL, clock.instant())))))
                .then(Mono.defer(() -> Mono.from(collection.insertOne(document(Sha256.hex(shown), ticket)))))
                .thenReturn(shown);
    }

    /** Empty when there is none such, or it was used before, or is over. */
    public Mono<Ticket> redeem(String shown) {
        return Mono.from(collection.findOneAndDelete(and(eq("_id", Sha256.hex(shown)), gt(TILL, clock.instant()))))
                .map(Tickets::ticket);
    }

    private static BsonDocument document(String hash, Ticket ticket) {
        return new BsonDocument("_id", new BsonString(hash))
                .append("subject", new BsonString(ticket.subject()))
                .append(
                        "roles",
                        new BsonArray(ticket.roles().stream()
                                .sorted()
                                .map(BsonString::new)
                                .toList()))
                .append(TILL, new BsonDateTime(ticket.till().toEpochMilli()))
                .append(TOKEN_TILL, new BsonDateTime(ticket.tokenTill().toEpochMilli()));
    }

    private static Ticket ticket(BsonDocument document) {
        return new Ticket(
                document.getString("subject").getValue(),
                document.getArray("roles").stream()
                        .map(role -> role.asString().getValue())
                        .collect(Collectors.toSet()),
                Instant.ofEpochMilli(document.getDateTime(TILL).getValue()),
                // Those that an earlier build issued a minute ago do not know it.
                Instant.ofEpochMilli(document.getDateTime(TOKEN_TILL, document.getDateTime(TILL))
                        .getValue()));
    }
}
