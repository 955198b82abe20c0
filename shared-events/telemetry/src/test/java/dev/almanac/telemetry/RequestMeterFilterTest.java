package dev.almanac.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class RequestMeterFilterTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    RequestMeterFilterTest() {
        meters.config().meterFilter(new RequestMeterFilter());
    }

    @Test
    void answers_that_went_well_are_told_by_objectives() {
        assertThat(request("200").takeSnapshot().histogramCounts()).hasSize(Buckets.answers().length);
        assertThat(request("304").takeSnapshot().histogramCounts()).isNotEmpty();
    }

    /** Prometheus' writer fails for a name that has histograms and others. */
    @Test
    void others_have_one_bound_as_all_of_one_name_must_be_alike() {
        assertThat(request("503").takeSnapshot().histogramCounts()).hasSize(1);
        assertThat(meters.timer("other", "status", "200").takeSnapshot().histogramCounts())
                .isEmpty();
    }

    @Test
    void what_follows_from_the_status_is_left_out() {
        assertThat(request("200").getId().getTags()).extracting("key").containsExactlyInAnyOrder("status", "uri");
    }

    private Timer request(String status) {
        return meters.timer(
                "http.server.requests",
                "status",
                status,
                "uri",
                "/api/v1/schedules",
                "exception",
                "none",
                "outcome",
                "X",
                "error",
                "none");
    }
}
