package dev.almanac.command.calendar;

import static dev.almanac.command.store.Appending.accepted;
import static dev.almanac.command.store.Appending.append;
import static dev.almanac.command.store.Appending.checkVersion;

import dev.almanac.command.calendar.create.CreateCalendar;
import dev.almanac.command.calendar.deactivate.DeactivateCalendar;
import dev.almanac.command.calendar.model.CalendarState;
import dev.almanac.command.calendar.update.UpdateCalendar;
import dev.almanac.command.ledger.Lane;
import dev.almanac.command.ledger.SlotLedger;
import dev.almanac.events.calendar.CalendarChange;
import dev.almanac.events.calendar.CalendarProfile;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate(type = "Calendar")
class CalendarAggregate {
    @AggregateIdentifier
    @SuppressWarnings("unused") // Axon reads it
    private @Nullable String calendarId;

    private CalendarState state = new CalendarState.Absent();

    /** The version of the last change that somebody asked for, rather than one that bookings led to. */
    private long describedIn;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(CreateCalendar command, SlotLedger ledger) {
        record(command.calendarId(), accepted(CreateCalendar.decide(command, state)), ledger);
    }

    @CommandHandler
    void handle(UpdateCalendar command, SlotLedger ledger) {
        checkVersion(command, describedIn, AggregateLifecycle.getVersion());
        record(command.calendarId(), accepted(UpdateCalendar.decide(command, state)), ledger);
    }

    @CommandHandler
    void handle(DeactivateCalendar command, SlotLedger ledger) {
        checkVersion(command, describedIn, AggregateLifecycle.getVersion());
        record(command.calendarId(), accepted(DeactivateCalendar.decide(command, state)), ledger);
    }

    @EventSourcingHandler
    void on(CalendarChange change, @SequenceNumber long sequence) {
        calendarId = change.calendarId();
        CalendarState next = CalendarState.evolve(state, change);
        describedIn = next.equals(state) ? describedIn : sequence;
        state = next;
    }

    private void record(String id, List<CalendarChange> changes, SlotLedger ledger) {
        append(changes);
        switch (state) {
            case CalendarState.Open(var profile) -> ledger.keep(lane(id, profile, true));
            case CalendarState.Closed(var profile) -> ledger.keep(lane(id, profile, false));
            case CalendarState.Absent _ -> {}
        }
    }

    private static Lane lane(String id, CalendarProfile profile, boolean active) {
        return new Lane(id, profile.maxConcurrentEvents(), profile.allowOverbooking(), active, profile.timeZone());
    }
}
