package dev.almanac.command.publishing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/**
 * {@code scheduling.publishing.lag}: how many positions this instance is behind the head of the event store;
 * {@code scheduling.publishing.withheld}: how many changes wait because the brokers refuse one of their subject, or it is published
 * anew; {@code scheduling.publishing.republications}: how many subjects are to be published anew and are not yet.
 */
@Component
class PublishingMetrics {

    PublishingMetrics(
            MeterRegistry registry,
            KafkaOutlet kafka,
            Positions positions,
            Withheld withheld,
            Republications republications) {
        Gauge.builder("scheduling.publishing.lag", () -> Math.max(0, positions.head() - kafka.published()))
                .baseUnit("changes")
                .register(registry);
        Gauge.builder("scheduling.publishing.withheld", withheld::count)
                .baseUnit("changes")
                .register(registry);
        Gauge.builder("scheduling.publishing.republications", republications::count)
                .baseUnit("subjects")
                .register(registry);
    }
}
