package dev.almanac.command.publishing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** How far what is published is behind the event store, whichever instance publishes: all of them say the same. */
@Component
class PublishingMetrics {
    private final Positions positions;
    private final PublishedToken tokens;
    private final Clock clock;
    private volatile Backlog backlog = Backlog.NONE;

    PublishingMetrics(
            MeterRegistry registry,
            Positions positions,
            PublishedToken tokens,
            Withheld withheld,
            Republications republications,
            Clock clock) {
        this.positions = positions;
        this.tokens = tokens;
        this.clock = clock;
        Gauge.builder("scheduling.publishing.lag", () -> look().changes())
                .baseUnit("changes")
                .description("How many positions what is published is behind the event store")
                .register(registry);
        Gauge.builder("scheduling.publishing.behind", () -> backlog.seconds(clock.instant()))
                .baseUnit("seconds")
                .description("For how long the oldest change that is not published has waited, to the second")
                .register(registry);
        Gauge.builder("scheduling.publishing.withheld", withheld::count)
                .baseUnit("changes")
                .description(
                        "How many changes wait because the brokers refuse one of their subject, or it is published anew")
                .register(registry);
        Gauge.builder("scheduling.publishing.republications", republications::count)
                .baseUnit("subjects")
                .description("How many subjects are to be published anew and are not yet")
                .register(registry);
    }

    /** While the store is away nobody knows: what waited goes on waiting. */
    @Scheduled(fixedDelayString = "PT1S")
    Backlog look() {
        try {
            long published =
                    tokens.stored().map(GapAwareTrackingToken::getIndex).orElse(0L);
            backlog = backlog.seen(published, positions.head(), clock.instant());
        } catch (DataAccessException | TransactionException away) {
            // Health and the circuit breaker say so.
        }
        return backlog;
    }
}
