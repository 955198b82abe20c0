package dev.almanac.local.story;

import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceDue;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceSucceeded;
import dev.almanac.events.run.RunNote;
import dev.almanac.events.run.RunReport.RunSucceeded;
import dev.almanac.events.wire.ChangeSerde;
import dev.almanac.events.wire.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Another team's worker: everything that is due succeeds at once, as far as it can say so. */
final class RunWorker implements AutoCloseable {
    private final AtomicInteger seen = new AtomicInteger();
    private final Set<String> succeeded = ConcurrentHashMap.newKeySet();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final String servers;
    private final Future<?> work;
    private volatile boolean over;

    RunWorker(String servers) {
        this.servers = servers;
        this.work = thread.submit(this::work);
    }

    /** How many runs it was told of so far; fails if it has given up. */
    int seen() throws Exception {
        if (work.isDone()) {
            work.get();
        }
        return seen.get();
    }

    /** The occurrences whose success came back to it. */
    Set<String> succeeded() {
        return Set.copyOf(succeeded);
    }

    private void work() {
        try (var consumer =
                        new KafkaConsumer<>(listening(), new StringDeserializer(), new ChangeSerde<>(Change.class));
                var producer = new KafkaProducer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers", servers, "max.in.flight.requests.per.connection", 1),
                        new StringSerializer(),
                        new ChangeSerde<>(Change.class))) {
            consumer.subscribe(List.of(Topic.OCCURRENCES_V1));
            while (!over) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    switch (record.value().change()) {
                        case OccurrenceDue due -> {
                            var _ = producer.send(report(due));
                            seen.incrementAndGet();
                        }
                        case OccurrenceSucceeded success -> succeeded.add(success.occurrenceId());
                        default -> {}
                    }
                });
            }
        }
    }

    private Map<String, Object> listening() {
        return Map.of(
                "bootstrap.servers",
                servers,
                "group.id",
                "worker",
                "auto.offset.reset",
                "earliest",
                "isolation.level",
                "read_committed");
    }

    private static ProducerRecord<String, Recorded<Change>> report(OccurrenceDue due) {
        String id = UUID.randomUUID().toString();
        ChangeMetadata metadata = new ChangeMetadata(id, "worker", due.dueAt(), 0, 0, "worker", id, id);
        RunSucceeded report = new RunSucceeded(due.occurrenceId(), due.attempt(), RunNote.NONE);
        return new ProducerRecord<>(Topic.RUN_REPORTS_V1, report.subject(), Recorded.of(report, metadata));
    }

    @Override
    public void close() {
        over = true;
        thread.close();
    }
}
