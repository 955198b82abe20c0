package dev.almanac.query;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.almanac.query.support.OnRealParts;
import dev.almanac.query.support.RealParts;
import org.junit.platform.suite.api.AfterSuite;
import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;

/** All tests of the shared application once more, on a real MongoDB; skipped, and reported as skipped, where no Docker engine answers. */
@Suite
@SelectPackages("dev.almanac.query")
@IncludeClassNamePatterns(".*IT")
@IncludeTags(OnRealParts.TAG)
class ReadsOnMongoIT {
    private static final MongoDBContainer MONGO = new MongoDBContainer("mongo:8.0");

    @BeforeSuite
    static void start() {
        assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "no Docker engine answers");
        MONGO.start();
        RealParts.keepViewsIn(MONGO.getConnectionString());
    }

    @AfterSuite
    static void stop() {
        RealParts.keepViewsInTheStandIn();
        MONGO.stop();
    }
}
