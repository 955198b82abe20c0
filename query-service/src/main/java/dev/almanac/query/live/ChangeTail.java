package dev.almanac.query.live;

import dev.almanac.events.Change;
import dev.almanac.events.Recorded;
import dev.almanac.query.kafka.Consumers;
import dev.almanac.query.kafka.Follower;
import dev.almanac.query.position.Applied;
import dev.almanac.query.views.Delivered;
import dev.almanac.web.Rejected;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Follows all changes from now on and hands each to the listeners once the views contain it, so that a client which
 * hears of a change can read it. Every instance follows all partitions, whichever of them it projects.
 */
@Component
class ChangeTail extends Follower {
    private static final Duration POLL_TIMEOUT = Duration.ofMillis(500);
    private static final Duration APPLY_TIMEOUT = Duration.ofSeconds(1);

    /** A listener, and the place from which on it hears everything. */
    record Joined(Subscriber listener, StreamPosition from) {}

    private final Map<Subscriber, String> listeners = new LinkedHashMap<>();
    private final StreamProperties properties;
    private final Consumers consumers;
    private final Applied applied;
    private @Nullable StreamPosition places;
    private boolean leaving;

    ChangeTail(Consumers consumers, Applied applied, StreamProperties properties, MeterRegistry meters) {
        super("change-tail");
        this.properties = properties;
        this.consumers = consumers;
        this.applied = applied;
        meters.gauge("scheduling.stream.listeners", this, ChangeTail::count);
    }

    synchronized Joined join(String user) {
        if (places == null || leaving) {
            throw Rejected.because(HttpStatus.SERVICE_UNAVAILABLE, "stream-not-ready", "There is no stream here now");
        }
        if (listeners.values().stream().filter(user::equals).count() >= properties.perUserMax()) {
            throw Rejected.because(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "too-many-streams",
                    "at most " + properties.perUserMax()
                            + " at once: close one, or wait until it is seen to be closed");
        }
        if (listeners.size() >= properties.max()) {
            throw Rejected.because(HttpStatus.SERVICE_UNAVAILABLE, "too-many-listeners", "at most " + properties.max());
        }
        Subscriber listener = new Subscriber();
        listeners.put(listener, user);
        return new Joined(listener, places);
    }

    synchronized void leave(Subscriber listener) {
        listeners.remove(listener);
    }

    @Override
    public void start() {
        admit(true);
        super.start();
    }

    /** Streams have no end of their own: whoever hears them is told to go on elsewhere before the server waits for requests. */
    @Override
    public void stop() {
        admit(false);
        super.stop();
    }

    private synchronized void admit(boolean anybody) {
        leaving = !anybody;
        if (leaving) {
            listeners.keySet().forEach(Subscriber::letGo);
        }
    }

    private synchronized int count() {
        return listeners.size();
    }

    @Override
    protected void follow(BooleanSupplier goesOn) throws InterruptedException {
        try (Consumer<String, Recorded<Change>> consumer = consumers.ofChanges()) {
            consumer.assign(Consumers.domainPartitions());
            StreamPosition start = start(consumer);
            start.next().forEach(consumer::seek);
            while (goesOn.getAsBoolean()) {
                for (ConsumerRecord<String, Recorded<Change>> message : consumer.poll(POLL_TIMEOUT)) {
                    awaitApplied(message, goesOn);
                    passOn(message);
                }
            }
        }
    }

    /** Where it stopped when Kafka failed it; the ends of the topics at first. */
    private synchronized StreamPosition start(Consumer<?, ?> consumer) {
        if (places == null) {
            places = new StreamPosition(consumer.endOffsets(Consumers.domainPartitions()));
        }
        return places;
    }

    private void awaitApplied(ConsumerRecord<?, ?> message, BooleanSupplier goesOn) throws InterruptedException {
        TopicPartition partition = new TopicPartition(message.topic(), message.partition());
        boolean there = count() == 0;
        while (!there && goesOn.getAsBoolean()) {
            there = applied.await(partition, message.offset(), APPLY_TIMEOUT);
        }
    }

    private synchronized void passOn(ConsumerRecord<String, Recorded<Change>> message) {
        TopicPartition partition = new TopicPartition(message.topic(), message.partition());
        places = places == null ? null : places.after(partition, message.offset());
        if (message.value() != null && message.value().republication() == null) {
            Delivered delivered =
                    new Delivered(message.topic(), message.partition(), message.offset(), message.value());
            listeners.keySet().removeIf(listener -> !listener.offer(delivered));
        }
    }
}
