package dev.almanac.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import dev.almanac.events.job.JobOutcome;
import dev.almanac.events.job.JobReported;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import net.javacrumbs.shedlock.core.LockProvider;
import org.junit.jupiter.api.Test;

class BackgroundJobTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final LockProvider FREE = _ -> Optional.of(() -> {});
    private static final LockProvider ANOTHERS = _ -> Optional.empty();
    private static final LockProvider AWAY = _ -> {
        throw new IllegalStateException("the store is away");
    };

    private final List<JobReported> told = new CopyOnWriteArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void a_job_is_made_known_before_it_has_run() {
        job(FREE);
        assertThat(told).singleElement().satisfies(plan -> {
            assertThat(plan.key()).isEqualTo("tests/sweep");
            assertThat(plan.outcome()).isEqualTo(JobOutcome.NEVER);
            assertThat(plan.schedule()).isEqualTo("PT1H");
            assertThat(plan.nextRunAt()).isEqualTo(NOW.plusSeconds(600));
        });
    }

    @Test
    void a_run_is_told_when_it_begins_and_when_it_has_succeeded() {
        assertThat(job(FREE).run(() -> {})).isTrue();

        assertThat(told)
                .extracting(JobReported::outcome)
                .containsExactly(JobOutcome.NEVER, JobOutcome.RUNNING, JobOutcome.SUCCEEDED);
        assertThat(told.getLast().lastSucceededAt()).isEqualTo(NOW);
        assertThat(told.getLast().nextRunAt()).isEqualTo(NOW.plus(Duration.ofHours(1)));
        assertThat(runs("succeeded")).isEqualTo(1);
    }

    @Test
    void a_run_that_fails_is_told_with_its_reason_and_throws_nothing() {
        boolean ran = job(FREE).run(() -> {
            throw new IllegalStateException("nothing works");
        });

        assertThat(ran).isFalse();
        assertThat(told.getLast().outcome()).isEqualTo(JobOutcome.FAILED);
        assertThat(told.getLast().detail()).contains("nothing works");
        assertThat(told.getLast().lastSucceededAt()).isNull();
        assertThat(runs("failed")).isEqualTo(1);
        assertThat(runs("succeeded")).isZero();
    }

    @Test
    void what_another_instance_runs_is_neither_run_nor_told() {
        AtomicInteger ran = new AtomicInteger();
        assertThat(job(ANOTHERS).run(ran::incrementAndGet)).isFalse();
        assertThat(ran).hasValue(0);
        assertThat(told).hasSize(1);
    }

    @Test
    void a_job_whose_store_of_locks_is_away_has_failed() {
        assertThat(job(AWAY).run(() -> {})).isFalse();
        assertThat(told.getLast().outcome()).isEqualTo(JobOutcome.FAILED);
        assertThat(told.getLast().detail()).contains("the store is away");
    }

    @Test
    void it_is_not_begun_again_while_this_instance_is_still_at_it() {
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger ran = new AtomicInteger();
        BackgroundJob job = job(FREE);
        Runnable work = () -> {
            ran.incrementAndGet();
            awaitQuietly(end);
        };
        job.start(work);
        await().until(() -> ran.get() == 1);
        job.start(work);
        end.countDown();
        await().until(() -> told.getLast().outcome() == JobOutcome.SUCCEEDED);
        assertThat(ran).hasValue(1);
    }

    @Test
    void what_a_stream_does_many_times_is_one_run_that_failed_if_any_did() {
        StreamJob ticks = new StreamJob("due", "Looks at the clock", Schedule.always("every 10 ms"));
        BackgroundJob job = ticks.announced(jobs(FREE));
        ticks.run(() -> {});
        assertThatIllegalStateException()
                .isThrownBy(() -> ticks.run(() -> {
                    throw new IllegalStateException("one rule");
                }));
        ticks.run(() -> {});

        ticks.tell(job, NOW.minusSeconds(60));
        ticks.tell(job, NOW);

        assertThat(told).hasSize(2);
        assertThat(told.getLast().outcome()).isEqualTo(JobOutcome.FAILED);
        assertThat(told.getLast().detail()).contains("one rule");
        assertThat(told.getLast().nextRunAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(runs("succeeded")).isEqualTo(2);
        assertThat(runs("failed")).isEqualTo(1);
    }

    @Test
    void a_cron_says_when_it_rings_next_in_its_zone() {
        Schedule nightly = Schedule.cron("0 0 2 * * *", ZoneOffset.ofHours(1));
        assertThat(nightly.text()).isEqualTo("0 0 2 * * * +01:00");
        assertThat(nightly.next(NOW)).contains(Instant.parse("2026-03-03T01:00:00Z"));
        assertThat(Schedule.cron("-", ZoneOffset.UTC).next(NOW)).isEmpty();
    }

    private static void awaitQuietly(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private double runs(String outcome) {
        return meters.get("scheduling.job.runs")
                .tags("service", "tests", "outcome", outcome)
                .counter()
                .count();
    }

    private BackgroundJob job(LockProvider locks) {
        return jobs(locks).job("sweep", "Sweeps", Schedule.every("PT10M", "PT1H"), Duration.ofMinutes(5));
    }

    private BackgroundJobs jobs(LockProvider locks) {
        return new BackgroundJobs("tests", "host/1", locks, told::add, Clock.fixed(NOW, ZoneOffset.UTC), meters);
    }
}
