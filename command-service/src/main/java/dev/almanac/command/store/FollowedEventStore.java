package dev.almanac.command.store;

import java.util.List;
import java.util.concurrent.Semaphore;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event store, whose follower reads for itself. The cache that followers would share is a chain: once a link of
 * it has become old, all that follow it become old with it, until everything is collected (ADR 0317).
 */
final class FollowedEventStore extends EmbeddedEventStore {
    private final Semaphore appended = new Semaphore(0);

    FollowedEventStore(EventStorageEngine engine) {
        super(builder().storageEngine(engine));
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        appended.release();
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken from) {
        return new Follower(last -> storageEngine().readEvents(last, false).toList(), from, appended);
    }
}
