package dev.almanac.query.activity;

import dev.almanac.events.activity.Activity;
import dev.almanac.events.activity.Activity.Counted;
import dev.almanac.events.activity.Activity.Exported;
import dev.almanac.events.wire.ActivityRecord;
import dev.almanac.query.kafka.Follower;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;

/**
 * Publishes what was read, on a thread of its own: no reader waits for it, and none fails because of it. Exports are published at
 * once; what is counted, when its time is over. What no broker takes is counted and let go.
 */
@Component
public class Activities extends Follower {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration PATIENCE_AT_END = Duration.ofSeconds(2);
    private final Tally tally;
    private final BlockingQueue<Exported> exports;
    private final Duration every;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Producer<byte[], byte[]> producer;

    Activities(ActivityProperties properties, ProducerFactory<?, ?> kafka, Clock clock, MeterRegistry meters) {
        super("activities");
        this.tally = new Tally(properties.kindsMax());
        this.exports = new ArrayBlockingQueue<>(properties.kindsMax());
        this.every = properties.every();
        this.clock = clock;
        this.meters = meters;
        Map<String, Object> configuration = new HashMap<>(kafka.getConfigurationProperties());
        configuration.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 2_000);
        this.producer = new KafkaProducer<>(configuration, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Notes it, to be published. */
    public void happened(Activity activity) {
        boolean noted = switch (activity) {
            case Exported export -> exports.offer(export);
            case Counted counted -> tally.add(counted);
        };
        if (!noted) {
            lost(activity);
        }
    }

    @Override
    protected void follow(BooleanSupplier goesOn) throws InterruptedException {
        Instant due = clock.instant().plus(every);
        while (goesOn.getAsBoolean()) {
            Exported export = exports.poll(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
            if (export != null) {
                publish(export);
            }
            if (!clock.instant().isBefore(due)) {
                due = clock.instant().plus(every);
                publish(tally.take());
            }
        }
    }

    @Override
    public void stop() {
        super.stop();
        publishExports();
        publish(tally.take());
        producer.close(PATIENCE_AT_END);
    }

    private void publishExports() {
        List<Exported> waiting = new ArrayList<>();
        exports.drainTo(waiting);
        publish(waiting);
    }

    private void publish(List<? extends Activity> activities) {
        activities.forEach(this::publish);
    }

    private void publish(Activity activity) {
        try {
            Future<RecordMetadata> _ =
                    producer.send(ActivityRecord.of(activity, UUID.randomUUID().toString()), (_, failure) -> {
                        if (failure != null) {
                            lost(activity);
                        }
                    });
        } catch (KafkaException | IllegalStateException refused) {
            lost(activity);
        }
    }

    private void lost(Activity activity) {
        meters.counter("scheduling.activity.lost", "type", activity.type()).increment();
    }
}
