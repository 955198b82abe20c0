package dev.almanac.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.launcher.TagFilter.includeTags;

import dev.almanac.query.support.OnRealParts;
import dev.almanac.query.support.RealParts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
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

    @AfterAll
    static void leave() {
        RealParts.keepViewsInTheStandIn();
    }

    @Test
    void what_readers_are_promised_holds_on_mongodb_too() {
        RealParts.keepViewsIn(MONGO.getConnectionString());
        SummaryGeneratingListener heard = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectPackage("dev.almanac.query"))
                                .filters(includeTags(OnRealParts.TAG), includeClassNamePatterns(".*IT"))
                                .build(),
                        heard);
        assertThat(heard.getSummary().getFailures())
                .extracting(failure -> failure.getTestIdentifier().getUniqueId() + " " + failure.getException())
                .isEmpty();
        assertThat(heard.getSummary().getTestsSucceededCount()).isPositive();
    }
}
