package dev.almanac.query.projecting;

import dev.almanac.events.wire.Topic;
import dev.almanac.query.store.Generations;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

/** Since when a change waits on Kafka that the views do not contain, for the partitions of this instance. */
@Component
class Lag {
    private record Place(int generation, TopicPartition partition) {}

    private final Map<Place, Long> waitingSinceMillis = new ConcurrentHashMap<>();
    private final Generations generations;
    private final Clock clock;

    Lag(Generations generations, Clock clock, MeterRegistry meters) {
        this.generations = generations;
        this.clock = clock;
        for (Topic topic : Topic.values()) {
            Gauge.builder("scheduling.projection.lag", () -> seconds(topic.topicName()))
                    .baseUnit("seconds")
                    .tag("topic", topic.topicName())
                    .description("Age of the oldest change that is on Kafka and not in the views")
                    .register(meters);
        }
    }

    void waitsSince(int generation, TopicPartition partition, long millis) {
        waitingSinceMillis.put(new Place(generation, partition), millis);
    }

    void caughtUp(int generation, TopicPartition partition) {
        waitingSinceMillis.remove(new Place(generation, partition));
    }

    void caughtUp(int generation, Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> caughtUp(generation, partition));
    }

    private double seconds(String topic) {
        int active = generations.active().number();
        return waitingSinceMillis.entrySet().stream()
                        .filter(entry -> entry.getKey().generation() == active
                                && entry.getKey().partition().topic().equals(topic))
                        .mapToLong(entry -> Math.max(0, clock.millis() - entry.getValue()))
                        .max()
                        .orElse(0)
                / 1000.0;
    }
}
