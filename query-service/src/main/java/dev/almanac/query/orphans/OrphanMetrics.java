package dev.almanac.query.orphans;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Configuration;

/** What the last sweep found, and how long ago. */
@Configuration(proxyBeanMethods = false)
class OrphanMetrics {

    OrphanMetrics(OrphanSweeps sweeps, Clock clock, MeterRegistry meters) {
        Gauge.builder("scheduling.orphans.found", () -> found(sweeps))
                .description("Companions that are out of step with their primaries, by the last sweep")
                .register(meters);
        Gauge.builder("scheduling.orphans.age", () -> age(sweeps, clock))
                .baseUnit("seconds")
                .description("For how long nobody has looked for companions that are out of step")
                .register(meters);
    }

    private static int found(OrphanSweeps sweeps) {
        return sweeps.lastFinding().map(OrphanReport::found).orElse(0);
    }

    /** Not a number before the first. */
    private static double age(OrphanSweeps sweeps, Clock clock) {
        return sweeps.lastFinding()
                .map(report -> (double)
                        Duration.between(report.finishedAt(), clock.instant()).toSeconds())
                .orElse(Double.NaN);
    }
}
