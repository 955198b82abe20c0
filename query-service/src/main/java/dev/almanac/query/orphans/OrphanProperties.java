package dev.almanac.query.orphans;

import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How companions that are out of step are found.
 *
 * @param timeZone of the cron, and of the days on each of which people are told once
 * @param takesAtMost pairs that were not looked at by then are left for another time
 * @param settlesWithin what one command has changed has come to all views by then: whatever is out of step is looked at
 *     again after it
 */
@ConfigurationProperties("almanac.orphans")
record OrphanProperties(String cron, ZoneId timeZone, Duration takesAtMost, Duration settlesWithin) {
    OrphanProperties {
        if (!takesAtMost.isPositive() || settlesWithin.isNegative()) {
            throw new IllegalArgumentException(
                    "almanac.orphans: takes-at-most is longer than 0 and settles-within not negative");
        }
    }
}
