package dev.almanac.query.verifying;

import dev.almanac.query.verifying.VerificationReport.VerifiedView;
import dev.almanac.query.views.ReadModel;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.ToIntFunction;
import org.springframework.context.annotation.Configuration;

/** What the last verification has found, for whoever watches; every instance tells the same. */
@Configuration(proxyBeanMethods = false)
class VerificationMetrics {
    private final Verifications verifications;

    VerificationMetrics(Verifications verifications, List<ReadModel<?>> models, Clock clock, MeterRegistry meters) {
        this.verifications = verifications;
        for (ReadModel<?> model : models) {
            Gauge.builder("scheduling.verification.differences", () -> of(model.name(), VerifiedView::different))
                    .tag("view", model.name())
                    .description("Documents that are not as the topics say, of those that were compared last")
                    .register(meters);
            Gauge.builder("scheduling.verification.compared", () -> of(model.name(), VerifiedView::compared))
                    .tag("view", model.name())
                    .description("Documents that were compared last with what the topics say")
                    .register(meters);
        }
        Gauge.builder("scheduling.verification.age", () -> age(clock))
                .baseUnit("seconds")
                .description("For how long the views have not been verified")
                .register(meters);
    }

    private int of(String view, ToIntFunction<VerifiedView> count) {
        return verifications.lastFinding().stream()
                .flatMap(report -> report.views().stream())
                .filter(verified -> verified.name().equals(view))
                .mapToInt(count)
                .sum();
    }

    /** Not a number before the first. */
    private double age(Clock clock) {
        return verifications
                .lastFinding()
                .map(report -> (double)
                        Duration.between(report.finishedAt(), clock.instant()).toSeconds())
                .orElse(Double.NaN);
    }
}
