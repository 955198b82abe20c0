package dev.almanac.command.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.command.OnRealParts;
import dev.almanac.events.job.JobReported;
import dev.almanac.jobs.BackgroundJob;
import dev.almanac.jobs.BackgroundJobs;
import dev.almanac.jobs.JobBoard;
import dev.almanac.jobs.Schedule;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two instances on one PostgreSQL, and what everybody hears of this service's jobs. */
@OnRealParts
class JobLocksIT {
    private final String name = "sweep-" + UUID.randomUUID();

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private JobBoard board;

    @Test
    void of_two_instances_that_begin_at_once_one_runs_the_job_and_the_other_leaves_it() throws Exception {
        AtomicInteger ran = new AtomicInteger();
        CountDownLatch bothBegun = new CountDownLatch(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<Boolean>> instances = List.of(instance(), instance()).stream()
                    .map(job -> threads.submit(() -> {
                        bothBegun.countDown();
                        bothBegun.await();
                        return job.run(ran::incrementAndGet);
                    }))
                    .toList();
            assertThat(List.of(instances.get(0).get(), instances.get(1).get())).containsOnlyOnce(true);
        }
        assertThat(ran).hasValue(1);
    }

    @Test
    void a_run_that_was_left_by_an_instance_that_was_killed_is_taken_over_when_its_time_is_over() {
        assertThat(instance().run(() -> {})).isTrue();
        assertThat(instance().run(() -> {})).isFalse();
        jdbc.update(
                "update shedlock set lock_until = timezone('utc', now()) - interval '1 second' where name = ?",
                "command-service/" + name);
        assertThat(instance().run(() -> {})).isTrue();
    }

    @Test
    void the_jobs_of_this_service_are_known_to_all() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(board.all())
                        .extracting(JobReported::key)
                        .contains(
                                "command-service/escalation",
                                "command-service/answer-retention",
                                "command-service/ledger-audit",
                                "command-service/zone-data"));
    }

    private BackgroundJob instance() {
        return new BackgroundJobs(
                        "command-service",
                        "test",
                        new JobLocks().lockProvider(jdbc),
                        _ -> {},
                        Clock.systemUTC(),
                        new SimpleMeterRegistry())
                .job(name, "Sweeps", Schedule.every("PT1H", "PT1H"), Duration.ofMinutes(10));
    }
}
