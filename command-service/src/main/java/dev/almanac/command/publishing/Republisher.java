package dev.almanac.command.publishing;

import dev.almanac.command.publishing.Republications.Status;
import dev.almanac.events.Republication;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.KafkaException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends all changes of a subject out of the store once more, marked as one whole. Its further changes wait until the last was
 * sent. Killed or cut off in between, it begins again with the first, under the same id.
 */
@Component
class Republisher {
    private static final Logger LOG = LoggerFactory.getLogger(Republisher.class);
    private static final int AT_ONCE_MAX = 100;
    /** So many are sent while others wait. */
    private static final int SLICE = 500;

    private final Republications republications;
    private final KafkaOutlet outlet;
    private final ChangeRecords records;
    private final EventStore store;
    private final Clock clock;
    private final ReentrantLock one = new ReentrantLock();

    Republisher(
            Republications republications, KafkaOutlet outlet, ChangeRecords records, EventStore store, Clock clock) {
        this.republications = republications;
        this.outlet = outlet;
        this.records = records;
        this.store = store;
        this.clock = clock;
    }

    /** Whatever was asked for and is not done; what does not succeed now is tried again. */
    @Scheduled(fixedDelayString = "${almanac.publishing.retry-interval}")
    void publishAnew() {
        if (!one.tryLock()) {
            return;
        }
        try {
            List<Republications.Entry> entries = republications.underWay(AT_ONCE_MAX);
            for (Republications.Entry entry : entries) {
                publishAnew(entry);
            }
            if (!entries.isEmpty()) {
                outlet.publishWithheld();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (DataAccessException | EventStoreException | CompletionException away) {
            LOG.warn("What is to be published anew is looked for again: {}", away.toString());
        } finally {
            one.unlock();
        }
    }

    private void publishAnew(Republications.Entry entry) throws InterruptedException {
        try {
            send(entry);
        } catch (DataAccessException
                | EventStoreException
                | KafkaException
                | org.apache.kafka.common.KafkaException
                | CompletionException away) {
            LOG.warn("{} is published anew later: {}", entry.subject(), away.toString());
        } catch (RuntimeException defect) {
            // It must not stop the others. Where the store is away after all, this cannot be noted, and it is tried
            // again.
            LOG.error("{} cannot be published anew", entry.subject(), defect);
            end(entry, Status.FAILED, String.valueOf(defect.getMessage()));
        }
    }

    private void send(Republications.Entry entry) throws InterruptedException {
        Whole whole = new Whole(entry);
        boolean ours = true;
        while (ours && !whole.isOver()) {
            ours = outlet.alone(token -> outlet.announce(token, whole.sendSlice(), Set.of()));
        }
        if (ours) {
            end(entry, whole.isSent() ? Status.PUBLISHED : Status.FAILED, whole.shortfall());
        }
    }

    private void end(Republications.Entry entry, Status status, @Nullable String detail) {
        republications.end(entry.id(), status, detail, clock.instant());
        LOG.info("Publishing {} {} anew ({}): {}", entry.kind().description(), entry.subject(), entry.id(), status);
    }

    /** The changes of a subject, slice by slice. */
    private final class Whole {
        private final Republications.Entry entry;
        private long count = -1;
        private long next;
        private boolean lacking;

        private Whole(Republications.Entry entry) {
            this.entry = entry;
        }

        boolean isSent() {
            return next == count;
        }

        boolean isOver() {
            return isSent() || lacking;
        }

        @Nullable
        String shortfall() {
            return lacking ? "The store has " + next + " of " + count + " changes" : null;
        }

        /** How many they are is settled while nothing else is published: whatever comes later waits for the last of them. */
        Map<String, Long> sendSlice() {
            if (count < 0) {
                count = republications.begin(entry.id());
            }
            List<DomainEventMessage<?>> slice = slice();
            Map<String, Long> places = records.places(slice);
            List<ProducerRecord<String, byte[]>> marked = new ArrayList<>();
            for (DomainEventMessage<?> change : slice) {
                Republication republication = new Republication(entry.id(), next + marked.size(), count);
                marked.add(records.of(change, places.getOrDefault(change.getIdentifier(), 0L), republication));
            }
            Map<String, Long> offsets = new HashMap<>(outlet.send(marked));
            next += slice.size();
            lacking = slice.isEmpty() && !isSent();
            return offsets;
        }

        private List<DomainEventMessage<?>> slice() {
            List<DomainEventMessage<?>> slice = new ArrayList<>();
            DomainEventStream history = store.readEvents(entry.subject(), next);
            while (slice.size() < SLICE && next + slice.size() < count && history.hasNext()) {
                slice.add(history.next());
            }
            return slice;
        }
    }
}
