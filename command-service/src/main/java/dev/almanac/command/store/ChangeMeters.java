package dev.almanac.command.store;

import dev.almanac.events.calendar.CalendarChange.OverbookingAllowedByOverride;
import dev.almanac.events.calendar.CalendarChange.OverbookingPreventedBySystem;
import dev.almanac.events.calendar.CalendarChange.OverbookingWarningTriggered;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictResolved;
import dev.almanac.telemetry.Buckets;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** How long appending takes, and what was appended for good: what is rehearsed is rolled back, and counts for nothing. */
@Component
class ChangeMeters {
    private final MeterRegistry meters;
    private final Timer appending;
    private final Map<Class<?>, Counter> byMeaning;

    ChangeMeters(MeterRegistry meters) {
        this.meters = meters;
        this.appending = Timer.builder("scheduling.append.duration")
                .description(
                        "How long the event store took to append the changes of a command, with the claims beside them")
                .serviceLevelObjectives(Buckets.steps())
                .register(meters);
        this.byMeaning = Map.of(
                OverbookingPreventedBySystem.class,
                counter("scheduling.overbooking.prevented", "Bookings refused because a calendar was full"),
                OverbookingAllowedByOverride.class,
                counter(
                        "scheduling.overbooking.overridden",
                        "Bookings that a manager let through although it was full"),
                OverbookingWarningTriggered.class,
                counter("scheduling.capacity.warnings", "Bookings after which a calendar was as good as full"),
                ScheduleConflictResolved.class,
                counter("scheduling.conflicts.resolved", "Conflicts that people resolved"));
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(meters);
    }

    void appended(List<? extends EventMessage<?>> events, Duration took) {
        appending.record(took);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            count(events);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                count(events);
            }
        });
    }

    private void count(List<? extends EventMessage<?>> events) {
        for (EventMessage<?> event : events) {
            Class<?> type = event.getPayloadType();
            meters.counter("scheduling.changes", "type", type.getSimpleName()).increment();
            Counter meaning = byMeaning.get(type);
            if (meaning != null) {
                meaning.increment();
            }
        }
    }
}
