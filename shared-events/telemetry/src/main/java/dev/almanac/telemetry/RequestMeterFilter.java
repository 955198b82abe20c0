package dev.almanac.telemetry;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Requests by method, route and status, and by nothing that follows from the status. How the durations are spread is told of what
 * went well: an objective for latency counts nothing else, and a scrape stays small.
 */
final class RequestMeterFilter implements MeterFilter {
    private static final Set<String> REQUESTS = Set.of("http.server.requests", "spring.cloud.gateway.requests");
    private static final Set<String> SAID_BY_OTHERS = Set.of("exception", "error", "outcome", "routeUri");
    private static final double[] BOUNDS =
            Arrays.stream(Buckets.answers()).mapToDouble(Duration::toNanos).toArray();

    @Override
    public Meter.Id map(Meter.Id id) {
        if (!REQUESTS.contains(id.getName())) {
            return id;
        }
        List<Tag> kept = id.getTags().stream()
                .filter(tag -> !SAID_BY_OTHERS.contains(tag.getKey()))
                .toList();
        return id.replaceTags(kept);
    }

    /** All of one name must be histograms, or none can be scraped: of what went badly one bound is enough. */
    @Override
    public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
        return REQUESTS.contains(id.getName())
                ? DistributionStatisticConfig.builder()
                        .serviceLevelObjectives(wentWell(id) ? BOUNDS : new double[] {BOUNDS[BOUNDS.length - 1]})
                        .build()
                        .merge(config)
                : config;
    }

    /** The gateway's status is a word, and the number is beside it. */
    private static boolean wentWell(Meter.Id id) {
        String number = id.getTag("httpStatusCode");
        String status = number == null ? id.getTag("status") : number;
        return status != null && (status.startsWith("2") || "304".equals(status));
    }
}
