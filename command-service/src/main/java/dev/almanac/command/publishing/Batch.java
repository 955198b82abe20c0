package dev.almanac.command.publishing;

import dev.almanac.events.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;

/** The changes that are published before the publisher's token is stored next. */
final class Batch {
    record Entry(Change change, DomainEventMessage<?> message) {}

    private final List<Entry> entries = new ArrayList<>();
    private GapAwareTrackingToken last = new GapAwareTrackingToken(0, Set.of());

    void add(Change change, DomainEventMessage<?> message, GapAwareTrackingToken token) {
        entries.add(new Entry(change, message));
        last = token;
    }

    /** Empties the batch: a unit of work prepares its commit once for each message of the batch. */
    List<Entry> take() {
        List<Entry> taken = List.copyOf(entries);
        entries.clear();
        return taken;
    }

    GapAwareTrackingToken last() {
        return last;
    }
}
