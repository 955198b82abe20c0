package dev.almanac.streams;

import dev.almanac.recurrence.zones.ZoneData;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import org.springframework.stereotype.Component;

/** {@code scheduling.zone.data}: 1, with the release of the tz database by which this process computes local times. */
@Component
class ZoneDataMetrics {

    ZoneDataMetrics(MeterRegistry registry) {
        registry.gauge("scheduling.zone.data", Tags.of("release", ZoneData.versionInUse()), 1);
    }
}
