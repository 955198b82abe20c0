package dev.almanac.command.publishing;

import dev.almanac.events.wire.PublishedUpTo;
import dev.almanac.events.wire.Topic;
import dev.almanac.telemetry.RecordScope;
import dev.almanac.telemetry.Traces;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Writes batches of changes to their topics and waits for the brokers to have them. */
@Component
class KafkaOutlet {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaOutlet.class);

    /** A record that may be refused for its size goes alone, so that nothing of its subject has overtaken it by then. */
    private static final int LARGE_BYTES = 16 * 1024;

    private static final int SUBJECTS_MAX = 100;
    private static final int OF_A_SUBJECT_MAX = 500;
    private static final int GAPS_MAX = 10_000;
    private static final long PATIENCE_SECONDS = 5;

    private final KafkaTemplate<String, byte[]> kafka;
    private final ChangeRecords records;
    private final Withheld withheld;
    private final EventStore store;
    private final PublishedToken tokens;
    private final AtomicLong published = new AtomicLong();
    private final AtomicReference<@Nullable Long> busySince = new AtomicReference<>();

    /** One batch, or one look at what is withheld, at a time: each ends by saying how far everything is published. */
    private final ReentrantLock one = new ReentrantLock(true);

    KafkaOutlet(
            KafkaTemplate<String, byte[]> kafka,
            ChangeRecords records,
            Withheld withheld,
            EventStore store,
            PublishedToken tokens) {
        this.kafka = kafka;
        this.records = records;
        this.withheld = withheld;
        this.store = store;
        this.tokens = tokens;
    }

    /** For how long the batch that is under way has been waiting for the brokers; empty while there is none. */
    Optional<Duration> busy() {
        return Optional.ofNullable(busySince.get()).map(since -> Duration.ofNanos(System.nanoTime() - since));
    }

    /** The position up to which this instance has published. */
    long published() {
        return published.get();
    }

    void publish(Batch batch) {
        List<DomainEventMessage<?>> changes = batch.take();
        if (changes.isEmpty()) {
            return;
        }
        busySince.set(System.nanoTime());
        one.lock();
        // What is withheld is seen by others once this is committed, and not before.
        CurrentUnitOfWork.get().root().onCleanup(_ -> one.unlock());
        try {
            announce(batch.last(), send(changes, records.places(changes)), Set.of());
        } finally {
            busySince.set(null);
        }
    }

    /** All but what is withheld; answers the last offsets. */
    private Map<String, Long> send(List<DomainEventMessage<?>> changes, Map<String, Long> places) {
        Set<String> waiting = new TreeSet<>(withheld.subjects());
        List<CompletableFuture<SendResult<String, byte[]>>> sent = new ArrayList<>();
        for (DomainEventMessage<?> change : changes) {
            if (waiting.contains(change.getAggregateIdentifier())) {
                withhold(change, places, "waits for earlier changes of its subject");
                continue;
            }
            ProducerRecord<String, byte[]> record = records.of(change, place(change, places), null);
            CompletableFuture<SendResult<String, byte[]>> sending = sending(record);
            Optional<String> refusal = record.value().length < LARGE_BYTES ? Optional.empty() : refusal(sending);
            refusal.ifPresent(reason -> withhold(change, places, reason));
            if (refusal.isPresent()) {
                waiting.add(change.getAggregateIdentifier());
            } else {
                sent.add(sending);
            }
        }
        kafka.flush();
        return offsets(sent);
    }

    /** What the client itself refuses is reported like what the brokers refuse. */
    private CompletableFuture<SendResult<String, byte[]>> sending(ProducerRecord<String, byte[]> record) {
        Span span = Traces.begin(RecordScope.parent(record.headers()), SpanKind.PRODUCER, "publish");
        try {
            return kafka.send(record).whenComplete((_, _) -> span.end());
        } catch (KafkaException e) {
            span.end();
            return CompletableFuture.failedFuture(e);
        }
    }

    private void withhold(DomainEventMessage<?> change, Map<String, Long> places, String reason) {
        LOG.error(
                "Change {} of {} is withheld: {} (runbook: publishing)",
                change.getIdentifier(),
                change.getAggregateIdentifier(),
                reason);
        withheld.keep(change, place(change, places), reason);
    }

    private static long place(DomainEventMessage<?> change, Map<String, Long> places) {
        return places.getOrDefault(change.getIdentifier(), 0L);
    }

    /** Why the brokers will not take this record, however often it is sent; nothing where they took it, or may. */
    private Optional<String> refusal(CompletableFuture<?> sending) {
        kafka.flush();
        try {
            sending.join();
            return Optional.empty();
        } catch (CompletionException e) {
            return Optional.of(
                    String.valueOf(RefusedByBrokers.in(e).orElseThrow(() -> e).getMessage()));
        }
    }

    /**
     * Does it while nothing else is published.
     *
     * @param work takes how far everything is published
     * @return whether it was done: not where another instance publishes, nor while a batch waits for the brokers
     */
    boolean alone(Consumer<GapAwareTrackingToken> work) throws InterruptedException {
        if (!one.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            return false;
        }
        try {
            Optional<GapAwareTrackingToken> token = tokens.published();
            token.ifPresent(work);
            return token.isPresent();
        } finally {
            one.unlock();
        }
    }

    /**
     * Sends records in their order; answers the last offsets.
     *
     * @throws RefusedByBrokers where they do not take one of them
     */
    Map<String, Long> send(List<ProducerRecord<String, byte[]>> all) {
        List<CompletableFuture<SendResult<String, byte[]>>> sent =
                all.stream().map(this::sending).toList();
        kafka.flush();
        try {
            return offsets(sent);
        } catch (CompletionException e) {
            throw RefusedByBrokers.in(e)
                    .<RuntimeException>map(refused -> refused)
                    .orElse(e);
        }
    }

    /** What the brokers refused is tried again, in its order; whoever gives them room for it has nothing more to do. */
    @Scheduled(fixedDelayString = "${almanac.publishing.retry-interval}")
    void publishWithheld() {
        try {
            lookAtWithheld();
        } catch (DataAccessException away) {
            LOG.debug("What is withheld is looked at once the store is back", away);
        }
    }

    private void lookAtWithheld() {
        if (withheld.count() == 0 || !one.tryLock()) {
            return;
        }
        try {
            tokens.published()
                    .ifPresent(token ->
                            withheld.refused(SUBJECTS_MAX).forEach(refused -> publishAgain(refused.subject(), token)));
        } finally {
            one.unlock();
        }
    }

    /** They are recorded as published before their rows are deleted: killed in between, they are sent twice. */
    private void publishAgain(String subject, GapAwareTrackingToken token) {
        Map<String, Long> offsets = new HashMap<>();
        Set<Long> again = new TreeSet<>();
        for (Withheld.Place place : withheld.of(subject, OF_A_SUBJECT_MAX)) {
            Optional<Map<String, Long>> offset = publishAgain(place);
            if (offset.isEmpty()) {
                break;
            }
            offsets.putAll(offset.get());
            again.add(place.position());
        }
        if (!again.isEmpty()) {
            announce(token, offsets, again);
            withheld.release(again);
        }
    }

    private Optional<Map<String, Long>> publishAgain(Withheld.Place place) {
        DomainEventMessage<?> change =
                store.readEvents(place.subject(), place.sequence()).next();
        CompletableFuture<SendResult<String, byte[]>> sending = sending(records.of(change, place.position(), null));
        return refusal(sending).isPresent() ? Optional.empty() : Optional.of(offsets(List.of(sending)));
    }

    /** Every acknowledgement is there by now, or never comes. The producer retries by itself for as long as its delivery timeout says. */
    private static Map<String, Long> offsets(List<CompletableFuture<SendResult<String, byte[]>>> sent) {
        Map<String, Long> offsets = new HashMap<>();
        for (CompletableFuture<SendResult<String, byte[]>> sending : sent) {
            RecordMetadata record = sending.join().getRecordMetadata();
            offsets.merge(PublishedUpTo.partitionName(record.topic(), record.partition()), record.offset(), Math::max);
        }
        return offsets;
    }

    /**
     * Says how far everything is published.
     *
     * @param offsets the last that was written to each partition
     * @param again positions that are no longer withheld
     */
    void announce(GapAwareTrackingToken token, Map<String, Long> offsets, Set<Long> again) {
        Set<Long> gaps = new TreeSet<>(token.getGaps());
        List<Long> missing = withheld.firstPositions(GAPS_MAX);
        gaps.addAll(missing);
        gaps.removeAll(again);
        // What has no room among the gaps is not promised either.
        long position = missing.size() < GAPS_MAX ? token.getIndex() : Math.min(missing.getLast(), token.getIndex());
        PublishedUpTo upTo = new PublishedUpTo(position, gaps, offsets);
        CompletableFuture<?> sent = kafka.send(Topic.PUBLISHED_V1, PublishedUpTo.KEY, upTo.write());
        kafka.flush();
        sent.join();
        published.set(token.getIndex());
    }
}
