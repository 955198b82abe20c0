package dev.almanac.query.jobs;

import static dev.almanac.query.support.RealParts.ISSUER;
import static dev.almanac.query.support.RealParts.PATIENCE;
import static dev.almanac.testing.Examples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.events.job.JobOutcome;
import dev.almanac.events.job.JobReported;
import dev.almanac.jobs.BackgroundJobs;
import dev.almanac.jobs.JobBoard;
import dev.almanac.jobs.Schedule;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The background jobs of all services, over Kafka, in one list. */
@OnRealParts
class JobsEndpointIT {
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private Api api;

    @Autowired
    private BackgroundJobs jobs;

    @Autowired
    private JobBoard board;

    @Autowired
    private JobMetrics metrics;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private Clock clock;

    @Test
    void the_jobs_of_this_service_are_listed_before_they_have_run_ordered_by_service_and_name() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            List<JsonNode> items = items();
            List<String> keys = items.stream().map(JobsEndpointIT::key).toList();
            assertThat(keys)
                    .isSorted()
                    .contains(
                            "query-service/notification-retention",
                            "query-service/orphans",
                            "query-service/outbox-retention",
                            "query-service/run-retention",
                            "query-service/verification");
            assertThat(item("query-service/run-retention").get("schedule").stringValue())
                    .isEqualTo("PT1H");
        });
    }

    @Test
    void a_job_that_fails_is_listed_with_its_reason() {
        String name = "fails-" + id();
        jobs.job(name, "Fails", Schedule.every("PT1H", "PT1H"), Duration.ofMinutes(1))
                .run(() -> {
                    throw new IllegalStateException("nothing of it works");
                });

        JsonNode failed = listed("query-service/" + name);
        assertThat(failed.get("outcome").stringValue()).isEqualTo("FAILED");
        assertThat(failed.get("detail").stringValue()).contains("nothing of it works");
        assertThat(failed.get("overdue").booleanValue()).isFalse();
        assertThat(failed.has("lastSucceededAt")).isFalse();
        assertThat(failed.get("lastStartedAt").stringValue()).isNotEmpty();
        assertThat(failed.get("nextRunAt").stringValue()).isNotEmpty();
        assertThat(meters.get("scheduling.job.runs")
                        .tags("job", name, "outcome", "failed")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void a_job_whose_service_is_silent_is_overdue_and_measured_so() {
        Instant now = clock.instant();
        String name = "silent-" + id();
        board.tell(report(name, now.minusSeconds(7_200), now.minusSeconds(3_601)));

        assertThat(listed("gone-service/" + name).get("overdue").booleanValue()).isTrue();
        metrics.look();
        assertThat(gauge("scheduling.job.overdue", name)).isEqualTo(1);
        assertThat(gauge("scheduling.job.last.success.age", name)).isGreaterThanOrEqualTo(7_200);
    }

    @Test
    void what_nobody_has_spoken_of_for_a_month_is_not_listed() {
        Instant longAgo = clock.instant().minus(Duration.ofDays(31));
        String name = "forgotten-" + id();
        board.tell(report(name, longAgo, longAgo.plusSeconds(60)));
        String marker = "marker-" + id();
        board.tell(report(marker, clock.instant(), clock.instant()));

        listed("gone-service/" + marker);
        assertThat(items().stream().map(JobsEndpointIT::key)).doesNotContain("gone-service/" + name);
    }

    @Test
    void staff_may_read_it_and_customers_may_not() {
        assertThat(api.as(ISSUER.token("stef", "staff")).status("/ops/jobs")).isEqualTo(200);
        assertThat(api.as(ISSUER.token("carl", "customer")).status("/ops/jobs")).isEqualTo(403);
    }

    private static JobReported report(String name, Instant reported, Instant next) {
        return new JobReported(
                "gone-service",
                name,
                "Ran once",
                "PT1H",
                reported,
                reported,
                JobOutcome.SUCCEEDED,
                null,
                reported,
                next,
                "host/1",
                reported);
    }

    private double gauge(String meter, String job) {
        return meters.get(meter)
                .tags("service", "gone-service", "job", job)
                .gauge()
                .value();
    }

    /** Once it has come to an end. */
    private JsonNode listed(String key) {
        await().atMost(PATIENCE)
                .until(() -> items().stream()
                        .anyMatch(item -> key(item).equals(key)
                                && !List.of("NEVER", "RUNNING")
                                        .contains(item.get("outcome").stringValue())));
        return item(key);
    }

    private JsonNode item(String key) {
        return items().stream()
                .filter(item -> key(item).equals(key))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> items() {
        return StreamSupport.stream(
                        JSON.readTree(api.body("/ops/jobs")).get("items").spliterator(), false)
                .toList();
    }

    private static String key(JsonNode item) {
        return item.get("service").stringValue() + "/" + item.get("job").stringValue();
    }
}
