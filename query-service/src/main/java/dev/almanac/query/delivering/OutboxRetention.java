package dev.almanac.query.delivering;

import dev.almanac.jobs.BackgroundJob;
import dev.almanac.jobs.BackgroundJobs;
import dev.almanac.jobs.Schedule;
import dev.almanac.query.store.Outbox;
import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The log of what was sent does not grow for ever. */
@Component
class OutboxRetention {
    private static final String FIRST = "PT14M";
    private static final String EVERY = "PT1H";
    private static final Duration TAKES_AT_MOST = Duration.ofMinutes(30);
    private final Outbox outbox;
    private final DeliveringProperties properties;
    private final Clock clock;
    private final BackgroundJob job;

    OutboxRetention(Outbox outbox, DeliveringProperties properties, Clock clock, BackgroundJobs jobs) {
        this.outbox = outbox;
        this.properties = properties;
        this.clock = clock;
        this.job = jobs.job(
                "outbox-retention",
                "Drops what was sent long ago from the log of deliveries",
                Schedule.every(FIRST, EVERY),
                TAKES_AT_MOST);
    }

    @Scheduled(initialDelayString = FIRST, fixedDelayString = EVERY)
    void look() {
        job.start(this::dropOld);
    }

    private void dropOld() {
        outbox.forgetSentBefore(clock.instant().minus(properties.keptFor())).block(TAKES_AT_MOST);
    }
}
