package dev.almanac.query.activity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How often what was read is published.
 *
 * @param every views and checks that are alike within this time are one record
 * @param kindsMax of views and checks within that time, and exports that wait to be published; what is beyond is not noted
 */
@ConfigurationProperties("almanac.activity")
record ActivityProperties(Duration every, int kindsMax) {
    ActivityProperties {
        if (!every.isPositive() || kindsMax < 1) {
            throw new IllegalArgumentException("almanac.activity: every is longer than 0 and kinds-max at least 1");
        }
    }
}
