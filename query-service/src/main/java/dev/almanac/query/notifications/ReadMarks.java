package dev.almanac.query.notifications;

import dev.almanac.events.notification.NotificationChange.NotificationsRead;
import dev.almanac.query.position.Applied;
import dev.almanac.web.Rejected;
import java.time.Duration;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Publishes what somebody has read, and waits until their inbox says so. */
@Component
class ReadMarks {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private final NotificationLog log;
    private final Applied applied;

    ReadMarks(NotificationLog log, Applied applied) {
        this.log = log;
        this.applied = applied;
    }

    /** Of notifications that are theirs: whoever names others would disturb their inbox. */
    Mono<Void> publish(NotificationsRead change) {
        return Mono.<Void>fromRunnable(() -> send(change)).subscribeOn(Schedulers.boundedElastic());
    }

    private void send(NotificationsRead change) {
        try {
            RecordMetadata place = log.publish(change, change.readAt());
            applied.await(new TopicPartition(place.topic(), place.partition()), place.offset(), PATIENCE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (KafkaException unreachable) {
            throw Rejected.because(
                            HttpStatus.SERVICE_UNAVAILABLE, "kafka-unreachable", "Nothing can be marked now: try again")
                    .retryAfter(PATIENCE);
        }
    }
}
