package dev.almanac.query;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.mongodb.MongoDBContainer;

/** The same reads on a real MongoDB; skipped, and reported as skipped, where no Docker engine answers. */
@Testcontainers(disabledWithoutDocker = true)
class ReadsOnMongoIT extends ReadsContract {
    @Container
    private static final MongoDBContainer MONGO = new MongoDBContainer("mongo:8.0");

    @DynamicPropertySource
    static void mongo(DynamicPropertyRegistry registry) {
        registry.add("almanac.mongodb.uri", () -> MONGO.getReplicaSetUrl("reads"));
    }
}
