package dev.almanac.query.delivering;

import dev.almanac.query.store.Outbox;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The log of what was sent does not grow for ever. */
@Component
class OutboxRetention {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxRetention.class);
    private final Outbox outbox;
    private final DeliveringProperties properties;
    private final Clock clock;

    OutboxRetention(Outbox outbox, DeliveringProperties properties, Clock clock) {
        this.outbox = outbox;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT14M", fixedDelayString = "PT1H")
    void dropOld() {
        outbox.forgetSentBefore(clock.instant().minus(properties.keptFor()))
                .subscribe(_ -> {}, failed -> LOG.warn("old deliveries are dropped later: {}", failed.toString()));
    }
}
