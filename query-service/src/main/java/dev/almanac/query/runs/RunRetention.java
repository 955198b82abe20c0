package dev.almanac.query.runs;

import dev.almanac.jobs.BackgroundJob;
import dev.almanac.jobs.BackgroundJobs;
import dev.almanac.jobs.Schedule;
import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Generations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Runs and plans that ended a month ago are dropped: a rule that runs every minute makes half a million runs a year. */
@Component
class RunRetention {
    private static final String FIRST = "PT10M";
    private static final String EVERY = "PT1H";
    private static final Duration TAKES_AT_MOST = Duration.ofMinutes(30);
    /** What one call of the store deletes, and how many calls there are each hour: twice what a hundred rules make. */
    private static final int BATCH = 1000;

    private static final int BATCHES = 200;
    private final Generations generations;
    private final Clock clock;
    private final BackgroundJob job;

    RunRetention(Generations generations, Clock clock, BackgroundJobs jobs) {
        this.generations = generations;
        this.clock = clock;
        this.job = jobs.job(
                "run-retention",
                "Drops runs and plans that ended a month ago",
                Schedule.every(FIRST, EVERY),
                TAKES_AT_MOST);
    }

    @Scheduled(initialDelayString = FIRST, fixedDelayString = EVERY)
    void look() {
        job.start(this::dropOld);
    }

    void dropOld() {
        Generation views = generations.active();
        Instant now = clock.instant();
        drop(RunReads.of(views).dropBefore(now.minus(RunProjection.KEPT), BATCH))
                .then(drop(PlanReads.of(views).dropBefore(now.minus(PlanProjection.KEPT), BATCH)))
                .block(TAKES_AT_MOST);
    }

    private static Mono<Void> drop(Mono<Long> batch) {
        return batch.repeat(BATCHES - 1L).takeWhile(dropped -> dropped == BATCH).then();
    }
}
