package dev.almanac.command.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;

/** The changes that are published before the publisher's token is stored next. */
final class Batch {
    private final List<DomainEventMessage<?>> changes = new ArrayList<>();
    private GapAwareTrackingToken last = new GapAwareTrackingToken(0, Set.of());

    void add(DomainEventMessage<?> message, GapAwareTrackingToken token) {
        changes.add(message);
        last = token;
    }

    /** Empties the batch: a unit of work prepares its commit once for each message of the batch. */
    List<DomainEventMessage<?>> take() {
        List<DomainEventMessage<?>> taken = List.copyOf(changes);
        changes.clear();
        return taken;
    }

    GapAwareTrackingToken last() {
        return last;
    }
}
