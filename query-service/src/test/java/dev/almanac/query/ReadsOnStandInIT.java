package dev.almanac.query;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import org.junit.jupiter.api.AfterAll;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The reads on mongo-java-server, which runs everywhere. */
class ReadsOnStandInIT extends ReadsContract {
    private static final MongoServer MONGO = new MongoServer(H2Backend.inMemory());

    @DynamicPropertySource
    static void mongo(DynamicPropertyRegistry registry) {
        int port = MONGO.bind().getPort();
        registry.add("almanac.mongodb.uri", () -> "mongodb://localhost:" + port + "/reads");
    }

    @AfterAll
    void stop() {
        MONGO.shutdownNow();
    }
}
