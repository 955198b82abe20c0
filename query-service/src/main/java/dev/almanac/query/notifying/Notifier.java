package dev.almanac.query.notifying;

import dev.almanac.events.Change;
import dev.almanac.events.Recorded;
import dev.almanac.events.notification.NotificationChange;
import dev.almanac.events.wire.FailureText;
import dev.almanac.events.wire.Topic;
import dev.almanac.query.kafka.Consumers;
import dev.almanac.query.kafka.Follower;
import dev.almanac.query.notifications.NotificationProducers;
import dev.almanac.query.position.Catchup;
import dev.almanac.query.store.Generations;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Finds out who is told of each change, once the views know what it is about, and publishes that together with how far it has
 * read, in one transaction: whenever it is killed, nobody is told twice and nobody is left out.
 */
@Component
class Notifier extends Follower {
    private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);
    private static final Set<Topic> TOPICS = Set.of(
            Topic.CALENDARS, Topic.SCHEDULES, Topic.RULES, Topic.OCCURRENCES, Topic.CONFLICTS, Topic.SUBSCRIPTIONS);
    private static final int RECORDS_MAX = 500;
    private static final Duration POLL_TIMEOUT = Duration.ofMillis(500);
    private final NotifyingProperties properties;
    private final Consumers consumers;
    private final NotificationProducers producers;
    private final Generations generations;
    private final Catchup catchup;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Counter defects;
    private final Storms storms;

    Notifier(
            NotifyingProperties properties,
            Consumers consumers,
            NotificationProducers producers,
            Generations generations,
            Catchup catchup,
            Clock clock,
            MeterRegistry meters) {
        super("notifier");
        this.properties = properties;
        this.consumers = consumers;
        this.producers = producers;
        this.generations = generations;
        this.catchup = catchup;
        this.clock = clock;
        this.meters = meters;
        this.defects = meters.counter("scheduling.notifications.defects");
        this.storms = new Storms(properties.singlyMax(), properties.gatheredFor());
    }

    @Override
    public boolean isAutoStartup() {
        return properties.enabled();
    }

    @Override
    protected void follow(BooleanSupplier goesOn) throws InterruptedException {
        try (Consumer<String, Recorded<Change>> consumer = consumers.ofGroup(properties.group(), RECORDS_MAX);
                Producer<String, Recorded<NotificationChange>> producer = producers.transactional()) {
            producer.initTransactions();
            consumer.subscribe(TOPICS.stream().map(Topic::topicName).toList());
            while (goesOn.getAsBoolean()) {
                ConsumerRecords<String, Recorded<Change>> messages = consumer.poll(POLL_TIMEOUT);
                if (!messages.isEmpty()) {
                    take(messages, consumer, producer, goesOn);
                }
            }
        }
    }

    private void take(
            ConsumerRecords<String, Recorded<Change>> messages,
            Consumer<String, Recorded<Change>> consumer,
            Producer<String, Recorded<NotificationChange>> producer,
            BooleanSupplier goesOn)
            throws InterruptedException {
        List<Recorded<Change>> news = news(messages);
        if (news.isEmpty() || catchup.with(messages, goesOn)) {
            publish(told(news), messages.nextOffsets(), consumer, producer);
        }
    }

    /** What is republished is known, and what is old is over. */
    private List<Recorded<Change>> news(ConsumerRecords<String, Recorded<Change>> messages) {
        Instant oldest = clock.instant().minus(properties.toldWithin());
        return StreamSupport.stream(messages.spliterator(), false)
                .filter(message -> message.value() != null && message.value().republication() == null)
                .filter(message -> Instant.ofEpochMilli(message.timestamp()).isAfter(oldest))
                .map(ConsumerRecord::value)
                .toList();
    }

    private List<Recorded<NotificationChange>> told(List<Recorded<Change>> news) {
        if (news.isEmpty()) {
            return List.of();
        }
        Known known = Knowing.of(news, generations.active());
        record Found(Telling telling, Recorded<Change> recorded) {}
        List<Found> found = new ArrayList<>();
        for (Recorded<Change> recorded : news) {
            try {
                Tellings.of(recorded, known).forEach(telling -> found.add(new Found(telling, recorded)));
            } catch (RuntimeException defect) {
                // A mistake of ours must not keep all others from being told.
                LOG.error("nobody is told of {}: {}", recorded.metadata().id(), FailureText.of(defect));
                defects.increment();
            }
        }
        Set<String> recipients = found.stream()
                .flatMap(one -> one.telling().recipients().stream())
                .collect(Collectors.toSet());
        Teller teller = new Teller(
                Preferences.of(recipients, generations.active()),
                storms,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        found.forEach(one -> teller.tell(one.telling(), one.recorded().metadata()));
        return teller.told();
    }

    private void publish(
            List<Recorded<NotificationChange>> told,
            Map<TopicPartition, OffsetAndMetadata> next,
            Consumer<String, Recorded<Change>> consumer,
            Producer<String, Recorded<NotificationChange>> producer) {
        producer.beginTransaction();
        for (Recorded<NotificationChange> recorded : told) {
            // Whatever fails here fails the transaction.
            Future<RecordMetadata> _ = producer.send(NotificationProducers.message(recorded));
        }
        producer.sendOffsetsToTransaction(next, consumer.groupMetadata());
        producer.commitTransaction();
        told.forEach(recorded -> meters.counter(
                        "scheduling.notifications.raised",
                        "change",
                        recorded.change().type())
                .increment());
    }
}
