package dev.almanac.faults.load;

import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceDue;
import dev.almanac.events.run.RunNote;
import dev.almanac.events.run.RunReport.RunSucceeded;
import dev.almanac.events.wire.ChangeSerde;
import dev.almanac.events.wire.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Another team's worker: everything that is due succeeds at once, as far as it can say so. */
public final class Worker implements Runnable {
    private final AtomicReference<Instant> lastDue = new AtomicReference<>(Instant.EPOCH);
    private final ChangeSerde<Change> changes = new ChangeSerde<>(Change.class);
    private final String servers;
    private volatile boolean over;

    public Worker(String servers) {
        this.servers = servers;
    }

    /** For when the last run was due that it was told of. */
    public Instant lastDue() {
        return lastDue.get();
    }

    public void end() {
        over = true;
    }

    @Override
    public void run() {
        Map<String, Object> listening = Map.of(
                "bootstrap.servers",
                servers,
                "group.id",
                "faults-worker",
                "auto.offset.reset",
                "earliest",
                "isolation.level",
                "read_committed",
                "session.timeout.ms",
                6000,
                "heartbeat.interval.ms",
                1500);
        Map<String, Object> reporting =
                Map.of("bootstrap.servers", servers, "acks", "all", "delivery.timeout.ms", 300_000);
        try (var consumer = new KafkaConsumer<>(listening, new StringDeserializer(), new ByteArrayDeserializer());
                var producer =
                        new KafkaProducer<>(reporting, new StringSerializer(), new ChangeSerde<>(Change.class))) {
            consumer.subscribe(List.of(Topic.OCCURRENCES_V1));
            while (!over) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> take(message, producer));
            }
            producer.flush();
        }
    }

    private void take(ConsumerRecord<String, byte[]> message, KafkaProducer<String, Recorded<Change>> producer) {
        if (change(message) instanceof OccurrenceDue due) {
            lastDue.accumulateAndGet(due.dueAt(), (a, b) -> a.isAfter(b) ? a : b);
            var _ = producer.send(report(due));
        }
    }

    /** What cannot be read is no business of a worker's. */
    private Change change(ConsumerRecord<String, byte[]> message) {
        try {
            Recorded<Change> recorded = changes.deserialize(message.topic(), message.headers(), message.value());
            return recorded == null ? NOTHING : recorded.change();
        } catch (KafkaException poison) {
            return NOTHING;
        }
    }

    private static final Change NOTHING = new RunSucceeded("none@20260101T000000", 1, RunNote.NONE);

    private static ProducerRecord<String, Recorded<Change>> report(OccurrenceDue due) {
        String id = UUID.randomUUID().toString();
        ChangeMetadata metadata = new ChangeMetadata(id, "worker", due.dueAt(), 0, 0, "worker", id, id);
        RunSucceeded report = new RunSucceeded(due.occurrenceId(), due.attempt(), RunNote.NONE);
        return new ProducerRecord<>(Topic.RUN_REPORTS_V1, report.subject(), Recorded.of(report, metadata));
    }
}
