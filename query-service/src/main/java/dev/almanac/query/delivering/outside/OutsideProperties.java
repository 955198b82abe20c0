package dev.almanac.query.delivering.outside;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How addresses are called that people gave.
 *
 * @param allowedNetworks to which they may lead although they are not of the Internet, such as {@code 10.1.0.0/16}
 * @param answeredWithin who takes longer has failed
 * @param atOnce calls of one host and port
 */
@ConfigurationProperties("almanac.outside")
record OutsideProperties(List<String> allowedNetworks, Duration answeredWithin, int atOnce) {
    OutsideProperties {
        allowedNetworks = allowedNetworks == null ? List.of() : List.copyOf(allowedNetworks);
        if (!answeredWithin.isPositive() || atOnce < 1) {
            throw new IllegalArgumentException(
                    "almanac.outside: answered-within is longer than 0 and at-once at least 1");
        }
    }
}
