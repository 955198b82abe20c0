package dev.almanac.query.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** How long a token may lie before it opens a stream: a minute at most, as it stands in an address. */
@ConfigurationProperties("almanac.stream-tokens")
record StreamTokenProperties(Duration lifetime) {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    StreamTokenProperties {
        if (lifetime.isNegative() || lifetime.isZero() || lifetime.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("almanac.stream-tokens.lifetime must be up to " + LONGEST);
        }
    }
}
