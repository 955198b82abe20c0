package dev.almanac.query.delivering;

import dev.almanac.events.Change;
import dev.almanac.events.Recorded;
import dev.almanac.events.wire.FailureText;
import dev.almanac.events.wire.Topic;
import dev.almanac.query.kafka.Consumers;
import dev.almanac.query.kafka.Follower;
import dev.almanac.query.position.Catchup;
import dev.almanac.query.store.Outbox;
import dev.almanac.query.store.Outbox.Message;
import dev.almanac.query.store.StoreFailures;
import dev.almanac.query.views.Delivered;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * Puts into the outbox what changes give to send, then notes how far it has read: what comes again after a kill is there already.
 */
@Component
class Dispatcher extends Follower {
    /** What is sent of so many is found in time, however many webhooks there are. */
    private static final int RECORDS_MAX = 100;

    private static final Duration POLL_TIMEOUT = Duration.ofMillis(500);
    private static final Duration ROOM_WITHIN = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration WHILE_FULL = Duration.ofSeconds(1);
    private static final int CAUSES_MAX = 10;
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private final DeliveringProperties properties;
    private final Consumers consumers;
    private final Catchup catchup;
    private final List<MessageSource> sources;
    private final Outbox outbox;
    private final Sender sender;
    private final Clock clock;
    private final Counter defects;

    Dispatcher(
            DeliveringProperties properties,
            Consumers consumers,
            Catchup catchup,
            List<MessageSource> sources,
            Outbox outbox,
            Sender sender,
            Clock clock,
            MeterRegistry meters) {
        super("dispatcher");
        this.properties = properties;
        this.consumers = consumers;
        this.catchup = catchup;
        this.sources = sources;
        this.outbox = outbox;
        this.sender = sender;
        this.clock = clock;
        this.defects = meters.counter("scheduling.deliveries.defects");
    }

    @Override
    public boolean isAutoStartup() {
        return properties.enabled();
    }

    @Override
    protected void follow(BooleanSupplier goesOn) throws InterruptedException {
        try (Consumer<String, Recorded<Change>> consumer = consumers.ofGroup(properties.group(), RECORDS_MAX)) {
            consumer.subscribe(
                    Arrays.stream(Topic.values()).map(Topic::topicName).toList());
            while (goesOn.getAsBoolean()) {
                ConsumerRecords<String, Recorded<Change>> messages = consumer.poll(POLL_TIMEOUT);
                if (!messages.isEmpty() && take(messages, goesOn)) {
                    consumer.commitSync(messages.nextOffsets());
                    awaitRoom(goesOn);
                }
            }
        }
    }

    /** Longer than this nobody waits: then the group would give its partitions to another, which finds the same. */
    private void awaitRoom(BooleanSupplier goesOn) throws InterruptedException {
        Instant till = clock.instant().plus(ROOM_WITHIN);
        while (goesOn.getAsBoolean() && clock.instant().isBefore(till) && waiting() > properties.waitingMax()) {
            Thread.sleep(WHILE_FULL);
        }
    }

    private long waiting() {
        return Objects.requireNonNull(outbox.count().block(PATIENCE));
    }

    /** Says whether all that follows from them waits to be sent. */
    private boolean take(ConsumerRecords<String, Recorded<Change>> messages, BooleanSupplier goesOn)
            throws InterruptedException {
        List<Delivered> news = news(messages);
        if (news.isEmpty()) {
            return true;
        }
        if (!catchup.with(messages, goesOn)) {
            return false;
        }
        List<Message> toSend = messagesOf(news);
        if (!toSend.isEmpty()) {
            outbox.add(toSend).block(PATIENCE);
            sender.wake();
        }
        return true;
    }

    private List<Message> messagesOf(List<Delivered> news) {
        try {
            return made(news);
        } catch (RuntimeException failed) {
            if (isOutOfReach(failed)) {
                throw failed;
            }
            return news.stream().flatMap(change -> messagesOf(change).stream()).toList();
        }
    }

    /** A mistake of ours about one change must not keep all others from being sent. */
    private List<Message> messagesOf(Delivered change) {
        try {
            return made(List.of(change));
        } catch (RuntimeException failed) {
            if (isOutOfReach(failed)) {
                throw failed;
            }
            LOG.error("nothing is sent of {}: {}", change.recorded().metadata().id(), FailureText.of(failed));
            defects.increment();
            return List.of();
        }
    }

    private List<Message> made(List<Delivered> news) {
        return Objects.requireNonNull(Flux.fromIterable(sources)
                .concatMap(source -> source.of(news))
                .collectList()
                .block(PATIENCE));
    }

    /** Then the same is tried again. */
    private static boolean isOutOfReach(RuntimeException failed) {
        return Stream.<Throwable>iterate(failed, Objects::nonNull, Throwable::getCause)
                .limit(CAUSES_MAX)
                .anyMatch(cause -> StoreFailures.isOfTheStore(cause) || cause instanceof TimeoutException);
    }

    private List<Delivered> news(ConsumerRecords<String, Recorded<Change>> messages) {
        Instant oldest = clock.instant().minus(properties.sentWithin());
        return StreamSupport.stream(messages.spliterator(), false)
                .filter(message -> message.value() != null && message.value().republication() == null)
                .filter(message -> Instant.ofEpochMilli(message.timestamp()).isAfter(oldest))
                .map(Dispatcher::delivered)
                .toList();
    }

    private static Delivered delivered(ConsumerRecord<String, Recorded<Change>> message) {
        return new Delivered(message.topic(), message.partition(), message.offset(), message.value());
    }
}
