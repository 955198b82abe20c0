package dev.almanac.command.publishing;

import dev.almanac.events.Change;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.stereotype.Component;

/**
 * Reads the event store in order and hands each batch to Kafka before the token is stored: nothing is lost by a crash
 * in between, and what was sent already is sent again under the same id and sequence.
 */
@Component
@ProcessingGroup(ChangePublisher.NAME)
class ChangePublisher {
    static final String NAME = "publishing";
    private final KafkaOutlet kafka;

    ChangePublisher(KafkaOutlet kafka) {
        this.kafka = kafka;
    }

    /** What is in a change is published as it was stored, unread. */
    @EventHandler(payloadType = Change.class)
    void on(DomainEventMessage<?> change, TrackingToken token) {
        CurrentUnitOfWork.get().root().getOrComputeResource(NAME, _ -> begin()).add(change, (GapAwareTrackingToken)
                token);
    }

    private Batch begin() {
        Batch batch = new Batch();
        CurrentUnitOfWork.get().root().onPrepareCommit(_ -> kafka.publish(batch));
        return batch;
    }
}
