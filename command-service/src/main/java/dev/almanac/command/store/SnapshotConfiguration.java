package dev.almanac.command.store;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Snapshots are a cache: without them, or with unreadable ones, the history is read. */
@Configuration(proxyBeanMethods = false)
public class SnapshotConfiguration {
    /** What aggregates name to be snapshotted after a number of changes. */
    public static final String TRIGGER = "snapshots";

    /** Changes that a command reads at most, but for those that come while a snapshot is taken. */
    public static final int CHANGES_BETWEEN = 50;

    @Bean
    CommittedSnapshotter snapshotter(
            EventStore store,
            TransactionManager transactions,
            ParameterResolverFactory parameters,
            HandlerDefinition handlers) {
        return CommittedSnapshotter.of(store, transactions, parameters, handlers);
    }

    @Bean(TRIGGER)
    SnapshotTriggerDefinition snapshots(Snapshotter snapshotter) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, CHANGES_BETWEEN);
    }
}
