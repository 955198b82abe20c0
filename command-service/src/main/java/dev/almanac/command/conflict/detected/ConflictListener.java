package dev.almanac.command.conflict.detected;

import dev.almanac.command.listening.Batches;
import dev.almanac.command.listening.Groups;
import dev.almanac.command.listening.ListenerConfiguration;
import dev.almanac.events.conflict.ConflictChange;
import dev.almanac.events.wire.ChangeSerde;
import dev.almanac.events.wire.Topic;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Learns of conflicts. A batch is one transaction; what comes again after a crash is recognised by its sequence. */
@Component
class ConflictListener {
    private final ChangeSerde<ConflictChange> serde = new ChangeSerde<>(ConflictChange.class);
    private final DetectedConflicts conflicts;
    private final Batches batches;

    ConflictListener(DetectedConflicts conflicts, Batches batches) {
        this.conflicts = conflicts;
        this.batches = batches;
    }

    @KafkaListener(
            id = "detected-conflicts",
            groupId = Groups.CONFLICTS,
            topics = Topic.CONFLICTS_V1,
            containerFactory = ListenerConfiguration.FACTORY)
    void take(List<ConsumerRecord<String, byte[]>> messages) {
        batches.take(messages, serde, conflicts::take);
    }
}
