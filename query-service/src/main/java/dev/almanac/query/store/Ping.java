package dev.almanac.query.store;

import com.mongodb.reactivestreams.client.MongoDatabase;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whether the store answers. */
@Component
public class Ping {
    private final MongoDatabase database;

    Ping(MongoDatabase database) {
        this.database = database;
    }

    /** Ends once it has answered. */
    public Mono<Void> answered() {
        return Mono.from(database.runCommand(new BsonDocument("ping", new BsonInt32(1))))
                .then();
    }
}
