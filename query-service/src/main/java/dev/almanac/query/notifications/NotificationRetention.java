package dev.almanac.query.notifications;

import dev.almanac.jobs.BackgroundJob;
import dev.almanac.jobs.BackgroundJobs;
import dev.almanac.jobs.Schedule;
import dev.almanac.query.store.Generations;
import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** An inbox does not grow for ever. */
@Component
class NotificationRetention {
    private static final String FIRST = "PT12M";
    private static final String EVERY = "PT1H";
    private static final Duration TAKES_AT_MOST = Duration.ofMinutes(30);
    private static final int BATCH = 1000;
    private static final int BATCHES = 200;
    private final Generations generations;
    private final Clock clock;
    private final BackgroundJob job;

    NotificationRetention(Generations generations, Clock clock, BackgroundJobs jobs) {
        this.generations = generations;
        this.clock = clock;
        this.job = jobs.job(
                "notification-retention",
                "Drops old notifications from all inboxes",
                Schedule.every(FIRST, EVERY),
                TAKES_AT_MOST);
    }

    @Scheduled(initialDelayString = FIRST, fixedDelayString = EVERY)
    void look() {
        job.start(this::dropOld);
    }

    private void dropOld() {
        NotificationReads.of(generations.active())
                .dropBefore(clock.instant().minus(NotificationProjection.KEPT), BATCH)
                .repeat(BATCHES - 1L)
                .takeWhile(dropped -> dropped == BATCH)
                .then()
                .block(TAKES_AT_MOST);
    }
}
