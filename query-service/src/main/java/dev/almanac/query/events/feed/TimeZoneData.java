package dev.almanac.query.events.feed;

import dev.almanac.recurrence.zones.ZoneData;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * By which release of the tz database local times are computed.
 *
 * @param version such as {@code 2026a}
 * @param differsFromJdk zones on which it differs from the JDK's own within five years, each with the first such instant
 */
record TimeZoneData(String version, Map<String, Instant> differsFromJdk) {
    private static final Duration AHEAD = Duration.ofDays(5 * 366L);

    static TimeZoneData inUse(Instant now) {
        ZoneData jdk = ZoneData.ofTheJdk();
        String version = ZoneData.versionInUse();
        return new TimeZoneData(
                version,
                version.equals(jdk.version()) ? Map.of() : ZoneData.inUse().differencesFrom(jdk, now, now.plus(AHEAD)));
    }
}
