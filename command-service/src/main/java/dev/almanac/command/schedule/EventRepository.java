package dev.almanac.command.schedule;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Where events are taken from to be changed; each is locked until the transaction ends. */
@Component
class EventRepository {
    private final Repository<ScheduledEventAggregate> events;

    EventRepository(@Lazy Repository<ScheduledEventAggregate> events) {
        this.events = events;
    }

    /** In the order of their ids. Those that never were booked are absent. */
    SortedMap<String, LoadedEvent> take(Collection<String> scheduleIds) {
        SortedMap<String, LoadedEvent> taken = new TreeMap<>();
        new TreeSet<>(scheduleIds).forEach(id -> taken.put(id, take(id)));
        return taken;
    }

    private LoadedEvent take(String scheduleId) {
        return loaded(scheduleId, () -> events.loadOrCreate(scheduleId, () -> new ScheduledEventAggregate(scheduleId)));
    }

    /** One whose id was made just now. */
    LoadedEvent begin(String scheduleId) {
        return loaded(scheduleId, () -> events.newInstance(() -> new ScheduledEventAggregate(scheduleId)));
    }

    private static LoadedEvent loaded(String scheduleId, Callable<Aggregate<ScheduledEventAggregate>> aggregate) {
        try {
            return new LoadedEvent(scheduleId, aggregate.call());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("an aggregate could not be made", e);
        }
    }
}
