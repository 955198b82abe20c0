package dev.almanac.expansion.rule;

import dev.almanac.events.occurrence.DueReason;
import dev.almanac.events.occurrence.OccurrenceChange;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceDue;
import dev.almanac.telemetry.Buckets;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How long after its time a run was published as due. What somebody asked for later than that is late by nobody's fault. */
final class Lateness {
    private static final Map<DueReason, Timer> BY_REASON = Arrays.stream(DueReason.values())
            .filter(reason -> reason != DueReason.BACKFILL)
            .collect(Collectors.toUnmodifiableMap(Function.identity(), Lateness::timer));

    private Lateness() {}

    private static Timer timer(DueReason reason) {
        return Timer.builder("scheduling.run.lateness")
                .description("How long after its time a run was published as due")
                .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                .serviceLevelObjectives(Buckets.lateness())
                .register(Metrics.globalRegistry);
    }

    static void note(OccurrenceChange change, Instant now) {
        if (change instanceof OccurrenceDue due && BY_REASON.containsKey(due.reason())) {
            Duration late = Duration.between(due.dueAt(), now);
            BY_REASON.get(due.reason()).record(late.isNegative() ? Duration.ZERO : late);
        }
    }
}
