package dev.almanac.query.position;

import dev.almanac.events.Change;
import dev.almanac.events.Recorded;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

/**
 * Holds a reader of the log back until the views know what it has read, and what was decided before: whoever it asks the views about
 * may stand on another topic.
 */
@Component
public class Catchup {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private final Applied applied;
    private final PositionGate gate;

    Catchup(Applied applied, PositionGate gate) {
        this.applied = applied;
        this.gate = gate;
    }

    /**
     * Blocks; fails where the views do not come so far in time. Says whether they have: nobody waits for them who is to end.
     */
    public boolean with(ConsumerRecords<String, Recorded<Change>> messages, BooleanSupplier goesOn)
            throws InterruptedException {
        for (TopicPartition partition : messages.partitions()) {
            if (!awaitApplied(partition, messages.records(partition).getLast().offset(), goesOn)) {
                return false;
            }
        }
        // A gap in what was published is passed over in time: the readers go on with what the views have.
        gate.passed(lastPosition(messages), Extent.RECORDED).onErrorComplete().block();
        return true;
    }

    private boolean awaitApplied(TopicPartition partition, long offset, BooleanSupplier goesOn)
            throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!applied.await(partition, offset, BETWEEN_LOOKS)) {
            if (!goesOn.getAsBoolean()) {
                return false;
            }
            if (System.nanoTime() - until >= 0) {
                throw new KafkaException("the views have not come to " + partition + " offset " + offset);
            }
        }
        return true;
    }

    private static long lastPosition(ConsumerRecords<String, Recorded<Change>> messages) {
        long last = 0;
        for (ConsumerRecord<String, Recorded<Change>> message : messages) {
            if (message.value() != null) {
                last = Math.max(last, message.value().metadata().position());
            }
        }
        return last;
    }
}
