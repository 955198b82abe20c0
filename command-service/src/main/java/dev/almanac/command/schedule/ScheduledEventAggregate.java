package dev.almanac.command.schedule;

import dev.almanac.command.store.Appending;
import dev.almanac.command.store.SnapshotConfiguration;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduledEvent;
import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** One event or series as its changes say. Commands reach it through the {@link EventTransaction}, which may change several at once. */
@Aggregate(
        type = "ScheduledEvent",
        snapshotTriggerDefinition = SnapshotConfiguration.TRIGGER,
        filterEventsByType = true)
class ScheduledEventAggregate {
    @AggregateIdentifier
    @SuppressWarnings("unused") // Axon reads it
    private @Nullable String scheduleId;

    private ScheduledEvent state = new ScheduledEvent.Absent();

    @SuppressWarnings("unused") // Axon makes one before it replays
    ScheduledEventAggregate() {}

    ScheduledEventAggregate(String scheduleId) {
        this.scheduleId = scheduleId;
    }

    ScheduledEvent state() {
        return state;
    }

    void record(List<ScheduleChange> changes) {
        Appending.append(changes);
    }

    @EventSourcingHandler
    void on(ScheduleChange change) {
        scheduleId = change.scheduleId();
        state = ScheduledEvent.evolve(state, change);
    }
}
