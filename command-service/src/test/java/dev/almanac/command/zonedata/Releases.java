package dev.almanac.command.zonedata;

import java.sql.SQLException;
import org.springframework.context.ApplicationContext;

/** Has an application follow a release, as it does by itself after a start with it. */
public final class Releases {
    private Releases() {}

    public static void follow(ApplicationContext application, String release) throws SQLException {
        application.getBean(WhenZoneDataIsNewThenFollow.class).follow(release);
    }
}
