package dev.almanac.expansion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.events.job.JobOutcome;
import dev.almanac.events.job.JobReported;
import dev.almanac.jobs.JobBoard;
import dev.almanac.testing.KafkaBroker;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** What everybody hears of the work of the streams' clock. */
class ExpanderJobsIT {

    @Test
    void the_service_tells_that_its_clock_is_looked_at_and_when_it_will_be_told_next(@TempDir Path states) {
        try (KafkaBroker broker = new KafkaBroker(1);
                ConfigurableApplicationContext service = new SpringApplicationBuilder(RuleExpanderApplication.class)
                        .run(
                                "--spring.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                                "--almanac.streams.state-dir=" + states,
                                "--server.port=0")) {
            JobBoard board = service.getBean(JobBoard.class);
            await().atMost(Duration.ofSeconds(100))
                    .untilAsserted(() -> assertThat(outcomes(board))
                            .containsOnly(
                                    Map.entry("rule-expander/expansion", JobOutcome.SUCCEEDED),
                                    Map.entry("rule-expander/reminders", JobOutcome.SUCCEEDED)));
            assertThat(board.all())
                    .allSatisfy(job -> assertThat(job.nextRunAt())
                            .isEqualTo(job.reportedAt().plusSeconds(60)));
            assertThat(service.getBean(MeterRegistry.class)
                            .get("scheduling.job.runs")
                            .tags("job", "expansion", "outcome", "succeeded")
                            .counter()
                            .count())
                    .isGreaterThan(10);
        }
    }

    private static Map<String, JobOutcome> outcomes(JobBoard board) {
        return board.all().stream().collect(Collectors.toMap(JobReported::key, JobReported::outcome));
    }
}
