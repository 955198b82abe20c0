package dev.almanac.command.changerequest.draft;

import dev.almanac.command.changerequest.plan.Standing;
import dev.almanac.command.rule.model.RuleState;
import dev.almanac.events.changerequest.SubjectKind;
import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduledEvent;
import java.util.Iterator;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** How rules and events stand, folded from their changes; nothing is locked. */
@Component
public class Standings {
    private final EventStore store;

    Standings(EventStore store) {
        this.store = store;
    }

    /** Empty for what is not there, or not on its calendar. */
    public Optional<Standing> of(SubjectKind kind, String subjectId) {
        return switch (kind) {
            case RULE -> rule(subjectId);
            case EVENT -> event(subjectId);
        };
    }

    private Optional<Standing> rule(String ruleId) {
        RuleState state = new RuleState.Absent();
        long version = -1;
        for (Iterator<? extends DomainEventMessage<?>> all = changes(ruleId); all.hasNext(); ) {
            DomainEventMessage<?> message = all.next();
            version = message.getSequenceNumber();
            state = message.getPayload() instanceof RuleChange change ? RuleState.evolve(state, change) : state;
        }
        return state instanceof RuleState.Kept kept
                ? Optional.of(new Standing.OfRule(ruleId, kept, version))
                : Optional.empty();
    }

    private Optional<Standing> event(String scheduleId) {
        ScheduledEvent state = new ScheduledEvent.Absent();
        long version = -1;
        for (Iterator<? extends DomainEventMessage<?>> all = changes(scheduleId); all.hasNext(); ) {
            DomainEventMessage<?> message = all.next();
            version = message.getSequenceNumber();
            state = message.getPayload() instanceof ScheduleChange change
                    ? ScheduledEvent.evolve(state, change)
                    : state;
        }
        return state instanceof ScheduledEvent.Booked booked
                ? Optional.of(new Standing.OfEvent(scheduleId, booked, version))
                : Optional.empty();
    }

    private Iterator<? extends DomainEventMessage<?>> changes(String subject) {
        return store.readEvents(subject, 0).asStream().iterator();
    }
}
