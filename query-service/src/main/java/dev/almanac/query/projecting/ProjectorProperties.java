package dev.almanac.query.projecting;

import java.time.Duration;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How views are built.
 *
 * @param group prefix of the consumer groups; instances of one service share it
 * @param concurrency consumers in this instance, at most as many as there are partitions
 * @param retirement how long the documents of an old generation stay for reads that still look at them
 * @param abandonment how long what other code builds may stand still before this code builds it instead
 */
@ConfigurationProperties("almanac.projector")
record ProjectorProperties(String group, int concurrency, Duration retirement, Duration abandonment) {
    ProjectorProperties {
        Objects.requireNonNull(group, "almanac.projector.group");
        if (concurrency < 1) {
            throw new IllegalArgumentException("almanac.projector.concurrency is at least 1");
        }
        Objects.requireNonNull(retirement, "almanac.projector.retirement");
        Objects.requireNonNull(abandonment, "almanac.projector.abandonment");
    }
}
