package dev.almanac.query.live;

import dev.almanac.events.Change;
import dev.almanac.events.Recorded;
import dev.almanac.query.kafka.Consumers;
import dev.almanac.query.views.Delivered;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Schedulers;

/** Reads a bounded stretch of the past from Kafka, no faster than the client takes it. */
@Component
class Replay {
    /** Reading the views again is faster than hearing of more changes than this. */
    static final long CHANGES_MAX = 100_000;

    private static final Duration POLL_TIMEOUT = Duration.ofMillis(200);
    private final Consumers consumers;

    Replay(Consumers consumers) {
        this.consumers = consumers;
    }

    Flux<Delivered> between(StreamPosition from, StreamPosition till) {
        return from.distanceTo(till) == 0
                ? Flux.empty()
                : Flux.using(() -> at(from, till), consumer -> batches(consumer, till), Consumer::close)
                        .concatMapIterable(batch -> batch)
                        .subscribeOn(Schedulers.boundedElastic());
    }

    private Consumer<String, Recorded<Change>> at(StreamPosition from, StreamPosition till) {
        Consumer<String, Recorded<Change>> consumer = consumers.ofFewChanges();
        List<TopicPartition> behind = Consumers.domainPartitions().stream()
                .filter(partition -> from.of(partition) < till.of(partition))
                .toList();
        consumer.assign(behind);
        behind.forEach(partition -> consumer.seek(partition, from.of(partition)));
        return consumer;
    }

    private static Flux<List<Delivered>> batches(Consumer<String, Recorded<Change>> consumer, StreamPosition till) {
        return Flux.generate((SynchronousSink<List<Delivered>> sink) -> {
            if (consumer.assignment().stream()
                    .allMatch(partition -> consumer.position(partition) >= till.of(partition))) {
                sink.complete();
            } else {
                sink.next(batch(consumer, till));
            }
        });
    }

    private static List<Delivered> batch(Consumer<String, Recorded<Change>> consumer, StreamPosition till) {
        return StreamSupport.stream(consumer.poll(POLL_TIMEOUT).spliterator(), false)
                .filter(message -> message.value() != null && isBefore(message, till))
                .map(message -> new Delivered(message.topic(), message.partition(), message.offset(), message.value()))
                .filter(delivered -> !delivered.isRepublished())
                .toList();
    }

    private static boolean isBefore(ConsumerRecord<?, ?> message, StreamPosition till) {
        return message.offset() < till.of(new TopicPartition(message.topic(), message.partition()));
    }
}
