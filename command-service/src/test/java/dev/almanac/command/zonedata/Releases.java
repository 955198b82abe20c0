package dev.almanac.command.zonedata;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import org.springframework.context.ApplicationContext;

/** Has an application follow a release, as it does by itself after a start with it. */
public final class Releases {
    private Releases() {}

    public static void follow(ApplicationContext application, String release) throws SQLException {
        application.getBean(WhenZoneDataIsNewThenFollow.class).follow(release);
    }

    /** How many are not where they should be, as an alert sees it. */
    public static double unmoved(ApplicationContext application) {
        application.getBean(NewRelease.class).count();
        return application
                .getBean(MeterRegistry.class)
                .get("scheduling.zone.data.unmoved")
                .gauge()
                .value();
    }
}
