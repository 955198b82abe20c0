package dev.almanac.query.store;

import dev.almanac.query.views.Audience;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import reactor.core.publisher.Mono;

/** Which documents a reader gets to see, asked anew for every query. */
@FunctionalInterface
public interface RowAccess {
    Bson EVERYTHING = new BsonDocument();

    Mono<Bson> rows(Audience audience);

    static RowAccess unrestricted() {
        return _ -> Mono.just(EVERYTHING);
    }
}
