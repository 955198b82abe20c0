package dev.almanac.command.publishing;

import java.time.Duration;
import java.util.Optional;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * DOWN while changes that were accepted do not get out: something is withheld, the last attempt failed, or the brokers keep
 * a batch waiting. Commands are taken all the same, so that readiness does not ask for this.
 */
@Component("publishingHealthIndicator")
class PublishingHealth implements HealthIndicator {
    private static final Duration BUSY_MAX = Duration.ofSeconds(5);

    private final KafkaOutlet outlet;
    private final Withheld withheld;
    private final ObjectProvider<EventProcessingConfiguration> processing;

    PublishingHealth(KafkaOutlet outlet, Withheld withheld, ObjectProvider<EventProcessingConfiguration> processing) {
        this.outlet = outlet;
        this.withheld = withheld;
        this.processing = processing;
    }

    @Override
    public Health health() {
        try {
            return looked();
        } catch (DataAccessException e) {
            return Health.down(e).build();
        }
    }

    private Health looked() {
        Optional<Withheld.Place> refused = withheld.refused(1).stream().findFirst();
        if (refused.isPresent()) {
            return Health.down()
                    .withDetail("withheld", withheld.count())
                    .withDetail("subject", refused.get().subject())
                    .withDetail("change", refused.get().changeId())
                    .withDetail("reason", refused.get().reason())
                    .withDetail("since", refused.get().since())
                    .build();
        }
        Optional<Duration> slow = outlet.busy().filter(since -> since.compareTo(BUSY_MAX) > 0);
        if (slow.isPresent()) {
            return Health.down().withDetail("waitingForBrokers", slow.get()).build();
        }
        return failure()
                .map(error -> Health.down(error).build())
                .orElseGet(() ->
                        Health.up().withDetail("position", outlet.published()).build());
    }

    /** Of this instance: another one may be the one that publishes. */
    private Optional<Throwable> failure() {
        return processing
                .getObject()
                .eventProcessor(ChangePublisher.NAME, StreamingEventProcessor.class)
                .flatMap(processor -> processor.processingStatus().values().stream()
                        .filter(EventTrackerStatus::isErrorState)
                        .map(EventTrackerStatus::getError)
                        .findFirst());
    }
}
