package dev.almanac.command.listening;

import dev.almanac.events.Change;
import dev.almanac.events.Recorded;
import dev.almanac.events.wire.ChangeSerde;
import dev.almanac.events.wire.UnreadableChange;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes each batch in one transaction. What cannot be read, or what the store refuses because of what it says, is set aside
 * by itself, and all that came with it is taken; a store that does not answer, or that is not as it should be, fails the batch, which comes again.
 */
@Component
public class Batches {
    private static final int FEW = 2;

    private record Read<C extends Change>(ConsumerRecord<String, byte[]> message, Recorded<C> recorded) {}

    private final TransactionTemplate transaction;
    private final DeadLetters deadLetters;
    private final AtomicInteger failedInSuccession = new AtomicInteger();

    Batches(TransactionTemplate transaction, DeadLetters deadLetters) {
        this.transaction = transaction;
        this.deadLetters = deadLetters;
    }

    public <C extends Change> void take(
            List<ConsumerRecord<String, byte[]>> messages, ChangeSerde<C> serde, Consumer<Recorded<C>> taker) {
        try {
            takeAll(readable(messages, serde), taker);
            failedInSuccession.set(0);
        } catch (RuntimeException failure) {
            failedInSuccession.incrementAndGet();
            throw failure;
        }
    }

    /** Without a transaction around them: for who gives commands, each of which has its own. */
    public <C extends Change> void takeEach(
            List<ConsumerRecord<String, byte[]>> messages, ChangeSerde<C> serde, Consumer<Recorded<C>> taker) {
        try {
            readable(messages, serde).forEach(each -> taker.accept(each.recorded()));
            failedInSuccession.set(0);
        } catch (RuntimeException failure) {
            failedInSuccession.incrementAndGet();
            throw failure;
        }
    }

    /** Whether batches fail one after the other. */
    boolean standStill() {
        return failedInSuccession.get() > FEW;
    }

    private <C extends Change> List<Read<C>> readable(
            List<ConsumerRecord<String, byte[]>> messages, ChangeSerde<C> serde) {
        List<Read<C>> readable = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> message : messages) {
            try {
                Recorded<C> recorded = serde.deserialize(message.topic(), message.headers(), message.value());
                if (recorded != null) {
                    readable.add(new Read<>(message, recorded));
                }
            } catch (UnreadableChange unreadable) {
                deadLetters.add(message, unreadable);
            }
        }
        return readable;
    }

    private <C extends Change> void takeAll(List<Read<C>> batch, Consumer<Recorded<C>> taker) {
        try {
            takeTogether(batch, taker);
        } catch (RuntimeException failure) {
            if (!isOfTheData(failure)) {
                throw failure;
            }
            batch.forEach(each -> takeAlone(each, taker));
        }
    }

    private <C extends Change> void takeTogether(List<Read<C>> batch, Consumer<Recorded<C>> taker) {
        if (!batch.isEmpty()) {
            transaction.executeWithoutResult(_ -> batch.forEach(each -> taker.accept(each.recorded())));
        }
    }

    private <C extends Change> void takeAlone(Read<C> each, Consumer<Recorded<C>> taker) {
        try {
            takeTogether(List.of(each), taker);
        } catch (RuntimeException failure) {
            if (!isOfTheData(failure)) {
                throw failure;
            }
            deadLetters.add(each.message(), failure);
        }
    }

    private static boolean isOfTheData(RuntimeException failure) {
        return switch (failure) {
            case NonTransientDataAccessResourceException _,
                    InvalidDataAccessResourceUsageException _,
                    PermissionDeniedDataAccessException _,
                    TransactionException _,
                    UncategorizedSQLException _ -> false;
            case NonTransientDataAccessException _ -> true;
            case DataAccessException _ -> false;
            default -> true;
        };
    }
}
