package dev.almanac.query.runs;

import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Generations;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Runs and plans that ended a month ago are dropped: a rule that runs every minute makes half a million runs a year. */
@Component
class RunRetention {
    private static final Logger LOG = LoggerFactory.getLogger(RunRetention.class);
    /** What one call of the store deletes, and how many calls there are each hour: twice what a hundred rules make. */
    private static final int BATCH = 1000;

    private static final int BATCHES = 200;
    private final Generations generations;
    private final Clock clock;

    RunRetention(Generations generations, Clock clock) {
        this.generations = generations;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    void dropOld() {
        Generation views = generations.active();
        Instant now = clock.instant();
        drop(RunReads.of(views).dropBefore(now.minus(RunProjection.KEPT), BATCH))
                .then(drop(PlanReads.of(views).dropBefore(now.minus(PlanProjection.KEPT), BATCH)))
                .subscribe(_ -> {}, failed -> LOG.warn("old runs are dropped later: {}", failed.toString()));
    }

    private static Mono<Void> drop(Mono<Long> batch) {
        return batch.repeat(BATCHES - 1L).takeWhile(dropped -> dropped == BATCH).then();
    }
}
