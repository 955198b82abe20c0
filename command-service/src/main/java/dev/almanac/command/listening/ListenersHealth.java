package dev.almanac.command.listening;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Ready unless what is heard on Kafka fails again and again: decisions would be taken on what is long over. */
@Component("listeners")
class ListenersHealth implements HealthIndicator {
    private final Batches batches;

    ListenersHealth(Batches batches) {
        this.batches = batches;
    }

    @Override
    public Health health() {
        return (batches.standStill() ? Health.down() : Health.up()).build();
    }
}
