package dev.almanac.query.verifying;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How views are verified.
 *
 * @param timeZone of the cron
 * @param documents of each view that are compared, about
 * @param samples of documents with neighbouring ids that these come to, each somewhere else
 * @param takesAtMost what was not read by then is not compared
 */
@ConfigurationProperties("almanac.verification")
record VerificationProperties(String cron, ZoneId timeZone, int documents, int samples, Duration takesAtMost) {
    VerificationProperties {
        if (samples < 1 || documents < samples) {
            throw new IllegalArgumentException(
                    "almanac.verification.samples is at least 1, and .documents at least as many");
        }
        Objects.requireNonNull(takesAtMost, "almanac.verification.takes-at-most");
    }

    int documentsOfASample() {
        return documents / samples;
    }
}
