package dev.almanac.command.store;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.spring.eventsourcing.SpringAggregateSnapshotter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Takes snapshots one at a time, on a thread and in a transaction of their own, so that no command waits for one. Only
 * what was committed is asked for: a rehearsal, whose transaction is rolled back, leads to none.
 */
final class CommittedSnapshotter extends SpringAggregateSnapshotter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CommittedSnapshotter.class);
    /** What finds no place in the queue is asked for again by a later command. */
    private static final int WAITING_MAX = 1_000;

    private final ExecutorService thread;

    private CommittedSnapshotter(Builder builder, ExecutorService thread) {
        super(builder);
        this.thread = thread;
    }

    static CommittedSnapshotter of(
            EventStore store,
            TransactionManager transactions,
            ParameterResolverFactory parameters,
            HandlerDefinition handlers) {
        ExecutorService thread = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING_MAX),
                Thread.ofVirtual().name("snapshots").factory());
        Builder builder = builder();
        builder.eventStore(store)
                .transactionManager(transactions)
                .executor(thread)
                .parameterResolverFactory(parameters)
                .handlerDefinition(handlers);
        return new CommittedSnapshotter(builder, thread);
    }

    @Override
    public void scheduleSnapshot(Class<?> aggregateType, String aggregateIdentifier) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            enqueue(aggregateType, aggregateIdentifier);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                enqueue(aggregateType, aggregateIdentifier);
            }
        });
    }

    private void enqueue(Class<?> aggregateType, String aggregateIdentifier) {
        try {
            super.scheduleSnapshot(aggregateType, aggregateIdentifier);
        } catch (RejectedExecutionException full) {
            LOG.debug("No snapshot of {} for now", aggregateIdentifier, full);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
