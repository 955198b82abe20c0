package dev.almanac.recurrence.zones;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class ZoneDataMetricsTest {
    @Test
    void the_release_in_use_is_a_label_that_an_alert_can_compare() {
        var registry = new SimpleMeterRegistry();

        var _ = new ZoneDataMetrics(registry);

        assertThat(registry.get("scheduling.zone.data")
                        .tag("release", ZoneData.versionInUse())
                        .gauge()
                        .value())
                .isEqualTo(1);
    }
}
