package dev.almanac.query.notifications;

import dev.almanac.query.store.Generations;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** An inbox does not grow for ever. */
@Component
class NotificationRetention {
    private static final Logger LOG = LoggerFactory.getLogger(NotificationRetention.class);
    private static final int BATCH = 1000;
    private static final int BATCHES = 200;
    private final Generations generations;
    private final Clock clock;

    NotificationRetention(Generations generations, Clock clock) {
        this.generations = generations;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT12M", fixedDelayString = "PT1H")
    void dropOld() {
        NotificationReads.of(generations.active())
                .dropBefore(clock.instant().minus(NotificationProjection.KEPT), BATCH)
                .repeat(BATCHES - 1L)
                .takeWhile(dropped -> dropped == BATCH)
                .then()
                .subscribe(_ -> {}, failed -> LOG.warn("old notifications are dropped later: {}", failed.toString()));
    }
}
