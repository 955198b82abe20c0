package dev.almanac.command.calendar;

import dev.almanac.command.store.SnapshotConfiguration;
import dev.almanac.events.calendar.CalendarChange;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** Bookings append to a calendar's stream without reading it: nobody else would notice how long it becomes. */
@Component
class WhenCalendarGrowsThenSnapshot {
    private final Snapshotter snapshotter;

    WhenCalendarGrowsThenSnapshot(EventStore store, Snapshotter snapshotter) {
        this.snapshotter = snapshotter;
        var _ = store.subscribe(appended -> appended.forEach(this::look));
    }

    private void look(EventMessage<?> appended) {
        if (appended instanceof DomainEventMessage<?> change
                && change.getPayload() instanceof CalendarChange
                && (change.getSequenceNumber() + 1) % SnapshotConfiguration.CHANGES_BETWEEN == 0) {
            snapshotter.scheduleSnapshot(CalendarAggregate.class, change.getAggregateIdentifier());
        }
    }
}
