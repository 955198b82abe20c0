package dev.almanac.query.delivering;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How messages get into the outbox, and how long it is known what became of them.
 *
 * @param enabled whether this instance takes part in it
 * @param group the consumer group of all instances that put them there
 * @param sentWithin what is older than this when it is read is not sent any more
 * @param waitingMax no more is put there while so many wait
 * @param keptFor what was sent
 */
@ConfigurationProperties("almanac.delivering")
record DeliveringProperties(boolean enabled, String group, Duration sentWithin, long waitingMax, Duration keptFor) {
    DeliveringProperties {
        if (!sentWithin.isPositive() || !keptFor.isPositive() || waitingMax < 1) {
            throw new IllegalArgumentException(
                    "almanac.delivering: sent-within and kept-for are longer than 0 and waiting-max at least 1");
        }
    }
}
