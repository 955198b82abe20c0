package dev.almanac.query.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.job.JobOutcome;
import dev.almanac.events.job.JobReported;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JobItemTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void a_job_is_overdue_when_half_of_its_interval_more_has_passed() {
        Instant ten = NINE.plus(Duration.ofHours(1));
        assertThat(overdue(ten, ten.plus(Duration.ofMinutes(30)))).isFalse();
        assertThat(overdue(ten, ten.plus(Duration.ofMinutes(31)))).isTrue();
    }

    @Test
    void one_that_runs_often_has_two_minutes_and_one_that_runs_at_night_an_hour() {
        Instant soon = NINE.plusSeconds(30);
        assertThat(overdue(soon, soon.plusSeconds(120))).isFalse();
        assertThat(overdue(soon, soon.plusSeconds(121))).isTrue();
        Instant tomorrow = NINE.plus(Duration.ofDays(1));
        assertThat(overdue(tomorrow, tomorrow.plusSeconds(3_600))).isFalse();
        assertThat(overdue(tomorrow, tomorrow.plusSeconds(3_601))).isTrue();
    }

    @Test
    void what_runs_when_something_arrives_is_never_overdue() {
        assertThat(overdue(null, NINE.plus(Duration.ofDays(20)))).isFalse();
    }

    private static boolean overdue(@Nullable Instant next, Instant now) {
        JobReported report = new JobReported(
                "s", "j", "d", "PT1H", NINE, NINE, JobOutcome.SUCCEEDED, null, NINE, next, "host/1", NINE);
        return JobItem.of(report, now).overdue();
    }
}
