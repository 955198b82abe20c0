package dev.almanac.query.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.launcher.TagFilter.includeTags;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.springframework.context.ConfigurableApplicationContext;

/** What readers are promised, whichever server keeps the views: all tests on real parts, once more on another one. */
public final class ReadsContract {
    private static final List<ConfigurableApplicationContext> STARTED = new CopyOnWriteArrayList<>();

    private ReadsContract() {}

    static void started(ConfigurableApplicationContext application) {
        if (RealParts.keepsViewsElsewhere()) {
            STARTED.add(application);
        }
    }

    /** In databases of its own on that server, which are gone afterwards. */
    public static void holdsOn(String uri) {
        RealParts.keepViewsIn(uri);
        try {
            hold();
        } finally {
            RealParts.keepViewsInTheStandIn();
            STARTED.forEach(ConfigurableApplicationContext::close);
            STARTED.clear();
            OwnDatabases.drop(uri);
        }
    }

    private static void hold() {
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
        assertThat(SentCommands.neverSent())
                .as("listed in %s, and never sent", SentCommands.LIST)
                .isEmpty();
    }
}
