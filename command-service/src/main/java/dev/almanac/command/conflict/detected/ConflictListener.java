package dev.almanac.command.conflict.detected;

import dev.almanac.command.listening.ListenerConfiguration;
import dev.almanac.events.Recorded;
import dev.almanac.events.conflict.ConflictChange;
import dev.almanac.events.wire.ChangeSerde;
import dev.almanac.events.wire.Topic;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Learns of conflicts. A batch is one transaction; what comes again after a crash is recognised by its sequence. */
@Component
class ConflictListener {
    private final ChangeSerde<ConflictChange> serde = new ChangeSerde<>(ConflictChange.class);
    private final DetectedConflicts conflicts;
    private final TransactionTemplate transaction;

    ConflictListener(DetectedConflicts conflicts, TransactionTemplate transaction) {
        this.conflicts = conflicts;
        this.transaction = transaction;
    }

    @KafkaListener(
            id = "detected-conflicts",
            groupId = "command-service",
            topics = Topic.CONFLICTS_V1,
            containerFactory = ListenerConfiguration.FACTORY)
    void take(List<ConsumerRecord<String, byte[]>> messages) {
        transaction.executeWithoutResult(_ -> messages.forEach(message -> {
            Recorded<ConflictChange> recorded = read(message);
            if (recorded != null) {
                conflicts.take(recorded);
            }
        }));
    }

    @org.jspecify.annotations.Nullable
    private Recorded<ConflictChange> read(ConsumerRecord<String, byte[]> message) {
        try {
            return serde.deserialize(message.topic(), message.headers(), message.value());
        } catch (RuntimeException unreadable) {
            throw new BatchListenerFailedException("unreadable", unreadable, message);
        }
    }
}
