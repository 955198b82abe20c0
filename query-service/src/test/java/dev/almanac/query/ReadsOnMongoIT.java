package dev.almanac.query;

import dev.almanac.query.support.ReadsContract;
import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * All tests that share the application, once more on a real MongoDB; skipped, and reported as skipped, where no Docker engine
 * answers.
 */
@Testcontainers(disabledWithoutDocker = true)
class ReadsOnMongoIT {
    @Container
    private static final MongoDBContainer MONGO = new MongoDBContainer("mongo:8.0");

    @Test
    void what_readers_are_promised_holds_on_mongodb_too() {
        ReadsContract.holdsOn(MONGO.getConnectionString());
    }
}
