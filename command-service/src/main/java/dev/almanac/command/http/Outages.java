package dev.almanac.command.http;

import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Failures that have nothing to do with what was asked: the same may be tried again. */
public final class Outages {
    private static final List<Class<? extends RuntimeException>> ALL = List.of(
            DataAccessResourceFailureException.class,
            CannotCreateTransactionException.class,
            TransactionSystemException.class,
            EventStoreException.class,
            CallNotPermittedException.class,
            BulkheadFullException.class,
            ConcurrencyException.class);

    private Outages() {}

    public static boolean isOne(RuntimeException failure) {
        return StoreUnavailable.is(failure) || ALL.stream().anyMatch(type -> type.isInstance(failure));
    }
}
