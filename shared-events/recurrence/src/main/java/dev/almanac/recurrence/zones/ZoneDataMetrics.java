package dev.almanac.recurrence.zones;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

/** {@code scheduling.zone.data}: 1, with the release of the tz database by which this process computes local times. */
public final class ZoneDataMetrics {
    public ZoneDataMetrics(MeterRegistry registry) {
        registry.gauge("scheduling.zone.data", Tags.of("release", ZoneData.versionInUse()), 1);
    }
}
