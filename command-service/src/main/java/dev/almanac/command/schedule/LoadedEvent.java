package dev.almanac.command.schedule;

import dev.almanac.events.schedule.ScheduledEvent;
import java.util.Map;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** An event that is locked until the transaction ends; one that never was booked is absent. */
record LoadedEvent(String scheduleId, Aggregate<ScheduledEventAggregate> aggregate) {

    /** Companions may be named between the look for them and the lock: then all is decided anew. */
    static LoadedEvent in(Map<String, LoadedEvent> loaded, String scheduleId) {
        LoadedEvent event = loaded.get(scheduleId);
        if (event == null) {
            throw new ConcurrencyException(scheduleId + " became a companion meanwhile");
        }
        return event;
    }

    ScheduledEvent state() {
        return aggregate.invoke(ScheduledEventAggregate::state);
    }

    @Nullable
    Long version() {
        return aggregate.version();
    }
}
