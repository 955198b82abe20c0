package dev.almanac.jobs;

import dev.almanac.events.job.JobOutcome;
import dev.almanac.events.job.JobReported;
import dev.almanac.events.wire.FailureText;
import dev.almanac.events.wire.JobRecord;
import dev.almanac.events.wire.Topic;
import dev.almanac.events.wire.UnreadableChange;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.ProducerFactory;

/**
 * What {@code scheduling.jobs.v1} says of all jobs, read from its beginning at each start, and how this instance adds to it: on one
 * thread of its own, so that no job waits for Kafka. What no broker takes is counted and let go.
 */
public final class JobBoard implements JobReports, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(JobBoard.class);
    private static final TopicPartition JOBS = new TopicPartition(Topic.JOBS_V1, 0);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(2);
    private static final int WAITING_MAX = 1_000;
    /** Some twenty are known; the rest is room for whatever else may be written there. */
    private static final int KNOWN_MAX = 500;

    private final ConsumerFactory<?, ?> consumers;
    private final ProducerFactory<?, ?> producers;
    private final MeterRegistry meters;
    private final Map<String, JobReported> known = new ConcurrentHashMap<>();
    private final BlockingQueue<JobReported> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
    private final AtomicBoolean failing = new AtomicBoolean();
    private volatile boolean running;
    private @Nullable Thread thread;

    public JobBoard(ConsumerFactory<?, ?> consumers, ProducerFactory<?, ?> producers, MeterRegistry meters) {
        this.consumers = consumers;
        this.producers = producers;
        this.meters = meters;
    }

    /** The last that is known of each job. */
    public Collection<JobReported> all() {
        return List.copyOf(known.values());
    }

    @Override
    public void tell(JobReported report) {
        if (!waiting.offer(report)) {
            lost();
        }
    }

    private void lost() {
        meters.counter("scheduling.job.reports.lost").increment();
    }

    private void follow() {
        while (running) {
            try (Consumer<byte[], byte[]> consumer = consumer();
                    Producer<byte[], byte[]> producer = producer()) {
                follow(consumer, producer);
            } catch (KafkaException away) {
                if (running) {
                    LOG.warn("Jobs are not reported for now: {}", FailureText.of(away));
                    pause();
                }
            }
        }
    }

    private void follow(Consumer<byte[], byte[]> consumer, Producer<byte[], byte[]> producer) {
        consumer.assign(List.of(JOBS));
        consumer.seekToBeginning(List.of(JOBS));
        long end = Objects.requireNonNull(
                consumer.endOffsets(List.of(JOBS), PATIENCE).get(JOBS));
        while (running && consumer.position(JOBS, PATIENCE) < end) {
            consumer.poll(LOOK).forEach(this::heard);
        }
        while (running) {
            consumer.poll(LOOK).forEach(this::heard);
            sendWaiting(producer);
        }
        sendWaiting(producer);
        producer.close(PATIENCE_AT_STOP);
    }

    /** Somebody else's mistake on the topic hides nothing of the rest. */
    private void heard(ConsumerRecord<byte[], byte[]> message) {
        try {
            JobReported report = JobRecord.read(message.key(), message.value());
            if (known.size() < KNOWN_MAX || known.containsKey(report.key())) {
                known.put(report.key(), report);
            }
        } catch (UnreadableChange bad) {
            LOG.debug("No report of a job at offset {}: {}", message.offset(), FailureText.of(bad));
        }
    }

    private void sendWaiting(Producer<byte[], byte[]> producer) {
        for (JobReported report = waiting.poll(); report != null; report = waiting.poll()) {
            JobReported earlier = known.get(report.key());
            if (earlier == null || report.outcome() != JobOutcome.NEVER || !isSaid(report, earlier)) {
                send(producer, report.after(earlier));
            }
        }
    }

    /** What an instance that starts would say of a job is known already: the others' runs are not to be overwritten. */
    private static boolean isSaid(JobReported plan, JobReported known) {
        return known.description().equals(plan.description())
                && known.schedule().equals(plan.schedule());
    }

    private void send(Producer<byte[], byte[]> producer, JobReported report) {
        // What follows within a moment knows it, too.
        known.put(report.key(), report);
        try {
            Future<RecordMetadata> _ =
                    producer.send(JobRecord.of(report, UUID.randomUUID().toString()), (_, failure) -> sent(failure));
        } catch (KafkaException refused) {
            sent(refused);
        }
    }

    private void sent(@Nullable Exception failure) {
        if (failure != null) {
            lost();
        }
        if (failing.getAndSet(failure != null) != (failure != null) && failure != null) {
            LOG.warn("Reports of jobs are lost: {}", FailureText.of(failure));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Consumer<byte[], byte[]> consumer() {
        Map<String, Object> configuration = new HashMap<>(consumers.getConfigurationProperties());
        configuration.remove(ConsumerConfig.GROUP_ID_CONFIG);
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configuration.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        configuration.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        configuration.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        return new KafkaConsumer<>(configuration, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Producer<byte[], byte[]> producer() {
        Map<String, Object> configuration = new HashMap<>(producers.getConfigurationProperties());
        configuration.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
        configuration.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_AT_STOP.toMillis());
        configuration.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "none");
        return new KafkaProducer<>(configuration, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("jobs").start(this::follow);
    }

    @Override
    public synchronized void stop() {
        running = false;
        if (thread != null) {
            try {
                thread.join(PATIENCE_AT_STOP.multipliedBy(2));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
