package dev.almanac.command.schedule;

import static dev.almanac.command.store.Appending.accepted;
import static dev.almanac.command.store.Appending.append;
import static dev.almanac.command.store.Appending.checkVersion;
import static dev.almanac.command.store.Appending.unless;

import dev.almanac.command.ledger.Claim;
import dev.almanac.command.ledger.SlotLedger;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.schedule.confirm.ConfirmSchedule;
import dev.almanac.command.schedule.imported.ImportEvent;
import dev.almanac.command.schedule.model.CalendarFacts;
import dev.almanac.command.schedule.model.Claims;
import dev.almanac.command.schedule.model.ScheduleState;
import dev.almanac.command.schedule.model.ScheduleState.Booked;
import dev.almanac.command.schedule.remove.CancelOccurrence;
import dev.almanac.command.schedule.remove.RemoveEventFromCalendar;
import dev.almanac.command.schedule.reschedule.RescheduleEvent;
import dev.almanac.command.schedule.reschedule.RescheduleOccurrence;
import dev.almanac.command.schedule.schedule.ScheduleEvent;
import dev.almanac.command.schedule.update.UpdateEvent;
import dev.almanac.events.resource.ResourceClaim;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.ScheduleChange;
import java.util.List;
import java.util.function.Predicate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate(type = "ScheduledEvent")
class ScheduledEventAggregate {
    @AggregateIdentifier
    @SuppressWarnings("unused") // Axon reads it
    private @Nullable String scheduleId;

    private ScheduleState state = new ScheduleState.Absent();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(ScheduleEvent command, SlotLedger ledger) {
        CalendarFacts facts = facts(command.booking(), command.details(), ledger);
        record(ScheduleEvent.decide(command, state, facts), ledger, unlessOverridden(command.overrideReason()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ImportEvent command, SlotLedger ledger) {
        CalendarFacts facts = facts(command.booking(), command.details(), ledger);
        record(ImportEvent.decide(command, state, facts), ledger, command::needsRoom);
    }

    @CommandHandler
    void handle(RescheduleEvent command, SlotLedger ledger) {
        checkVersion(command);
        record(RescheduleEvent.decide(command, state), ledger, unlessOverridden(command.overrideReason()));
    }

    @CommandHandler
    void handle(RescheduleOccurrence command, SlotLedger ledger) {
        checkVersion(command);
        record(RescheduleOccurrence.decide(command, state), ledger, unlessOverridden(command.overrideReason()));
    }

    @CommandHandler
    void handle(UpdateEvent command, SlotLedger ledger) {
        checkVersion(command);
        CalendarFacts facts = facts(command.booking(), command.details(), ledger);
        record(UpdateEvent.decide(command, state, facts), ledger, unlessOverridden(command.overrideReason()));
    }

    @CommandHandler
    void handle(CancelOccurrence command, SlotLedger ledger) {
        checkVersion(command);
        record(CancelOccurrence.decide(command, state), ledger, _ -> true);
    }

    @CommandHandler
    void handle(RemoveEventFromCalendar command, SlotLedger ledger) {
        checkVersion(command);
        record(RemoveEventFromCalendar.decide(command, state), ledger, _ -> true);
    }

    @CommandHandler
    void handle(ConfirmSchedule command) {
        checkVersion(command);
        append(accepted(ConfirmSchedule.decide(command, state)));
    }

    @EventSourcingHandler
    void on(ScheduleChange change) {
        scheduleId = change.scheduleId();
        state = ScheduleState.evolve(state, change);
    }

    /** The ledger admits what the event will claim before anything is appended. */
    private void record(Outcome<ScheduleChange> outcome, SlotLedger ledger, Predicate<Claim> needsRoom) {
        List<ScheduleChange> changes = accepted(outcome);
        if (changes.isEmpty()) {
            return;
        }
        switch (ScheduleState.evolve(state, changes)) {
            case Booked booked ->
                unless(ledger.hold(booked.scheduleId(), booked.booking().calendarId(), Claims.of(booked), needsRoom));
            case ScheduleState.Removed _ -> ledger.release(changes.getFirst().scheduleId());
            case ScheduleState.Absent _ -> {}
        }
        append(changes);
    }

    private static CalendarFacts facts(Booking booking, EventDetails details, SlotLedger ledger) {
        List<String> resources =
                details.resources().stream().map(ResourceClaim::resourceId).toList();
        return new CalendarFacts(
                ledger.lane(booking.calendarId()),
                resources.isEmpty() ? List.of() : ledger.unknownResources(resources));
    }

    private static Predicate<Claim> unlessOverridden(@Nullable String overrideReason) {
        return _ -> overrideReason == null;
    }
}
