package dev.almanac.query.notifying;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How people are told.
 *
 * @param enabled whether this instance takes part in it
 * @param group the consumer group of all instances that find out who is told
 * @param toldWithin what is older than this when it is read is not told any more
 * @param singlyMax so many notifications of one type are told to somebody one by one within {@code gatheredFor}; more are
 *     gathered into one
 */
@ConfigurationProperties("almanac.notifying")
record NotifyingProperties(boolean enabled, String group, Duration toldWithin, int singlyMax, Duration gatheredFor) {
    NotifyingProperties {
        if (!toldWithin.isPositive() || !gatheredFor.isPositive() || singlyMax < 1) {
            throw new IllegalArgumentException(
                    "almanac.notifying: told-within and gathered-for are longer than 0 and singly-max at least 1");
        }
    }
}
