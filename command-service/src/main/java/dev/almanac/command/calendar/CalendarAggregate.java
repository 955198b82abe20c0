package dev.almanac.command.calendar;

import static dev.almanac.command.store.Appending.accepted;
import static dev.almanac.command.store.Appending.append;
import static dev.almanac.command.store.Appending.checkVersion;
import static dev.almanac.command.store.Appending.refused;
import static dev.almanac.command.store.Appending.unless;

import dev.almanac.command.access.Access;
import dev.almanac.command.access.Action;
import dev.almanac.command.access.Caller;
import dev.almanac.command.access.Command;
import dev.almanac.command.calendar.create.CreateCalendar;
import dev.almanac.command.calendar.deactivate.DeactivateCalendar;
import dev.almanac.command.calendar.feedtoken.CreateFeedToken;
import dev.almanac.command.calendar.feedtoken.RevokeFeedToken;
import dev.almanac.command.calendar.model.CalendarState;
import dev.almanac.command.calendar.request.CalendarRequest;
import dev.almanac.command.calendar.share.ShareCalendar;
import dev.almanac.command.calendar.share.UnshareCalendar;
import dev.almanac.command.calendar.undo.UndoCalendarChange;
import dev.almanac.command.calendar.update.PatchCalendar;
import dev.almanac.command.calendar.update.UpdateCalendar;
import dev.almanac.command.http.Patches;
import dev.almanac.command.ledger.GrantLedger;
import dev.almanac.command.ledger.Lane;
import dev.almanac.command.ledger.OnLane;
import dev.almanac.command.ledger.SlotLedger;
import dev.almanac.command.past.Episode;
import dev.almanac.command.past.Episodes;
import dev.almanac.command.rejection.CalendarIsUnknownOrInactive;
import dev.almanac.command.store.SnapshotConfiguration;
import dev.almanac.command.store.Transaction;
import dev.almanac.command.store.UndoableUntil;
import dev.almanac.events.calendar.CalendarChange;
import dev.almanac.events.calendar.CalendarChange.FeedTokenCreated;
import dev.almanac.events.calendar.CalendarChange.FeedTokenRevoked;
import dev.almanac.events.calendar.CalendarProfile;
import dev.almanac.events.calendar.ShareLevel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate(type = "Calendar", snapshotTriggerDefinition = SnapshotConfiguration.TRIGGER)
class CalendarAggregate {
    @AggregateIdentifier
    @SuppressWarnings("unused") // Axon reads it
    private @Nullable String calendarId;

    private CalendarState state = new CalendarState.Absent();

    /** The version of the last change that somebody asked for, rather than one that bookings led to. */
    private long describedIn;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(CreateCalendar command, SlotLedger ledger, GrantLedger grants, Transaction transaction) {
        record(command, accepted(CreateCalendar.decide(command, state)), ledger, grants, transaction);
    }

    @CommandHandler
    void handle(UpdateCalendar command, SlotLedger ledger, GrantLedger grants, Transaction transaction) {
        check(command);
        int before = state.described().map(CalendarProfile::maxConcurrentEvents).orElse(0);
        record(command, accepted(UpdateCalendar.decide(command, state)), ledger, grants, transaction);
        if (command.profile().maxConcurrentEvents() < before) {
            warnOfTooMany(command, ledger, transaction);
        }
    }

    @CommandHandler
    void handle(PatchCalendar patch, SlotLedger ledger, GrantLedger grants, Patches patches, Transaction transaction) {
        check(patch);
        CalendarProfile known = state.described().orElseThrow(() -> refused(new CalendarIsUnknownOrInactive()));
        handle(patch.onto(known, patches), ledger, grants, transaction);
    }

    @CommandHandler
    void handle(DeactivateCalendar command, SlotLedger ledger, GrantLedger grants, Transaction transaction) {
        check(command);
        record(command, accepted(DeactivateCalendar.decide(command, state)), ledger, grants, transaction);
    }

    @CommandHandler
    void handle(ShareCalendar command, SlotLedger ledger, GrantLedger grants, Transaction transaction) {
        check(command);
        record(command, accepted(ShareCalendar.decide(command, state)), ledger, grants, transaction);
    }

    @CommandHandler
    void handle(UnshareCalendar command, SlotLedger ledger, GrantLedger grants, Transaction transaction) {
        check(command);
        record(command, accepted(UnshareCalendar.decide(command, state)), ledger, grants, transaction);
    }

    @CommandHandler
    void handle(CreateFeedToken command, SlotLedger ledger, GrantLedger grants, Transaction transaction) {
        Caller caller = command.request().caller();
        unless(Access.refusal(caller, Action.SUBSCRIBE, state.grants().get(caller.subject())));
        record(command, accepted(CreateFeedToken.decide(command, state)), ledger, grants, transaction);
    }

    @CommandHandler
    void handle(RevokeFeedToken command, SlotLedger ledger, GrantLedger grants, Transaction transaction) {
        if (!command.isOfItsCreator(state)) {
            check(command);
        }
        record(command, accepted(RevokeFeedToken.decide(command, state)), ledger, grants, transaction);
    }

    @CommandHandler
    void handle(
            UndoCalendarChange command, SlotLedger ledger, GrantLedger grants, Episodes past, Transaction transaction) {
        Episode<CalendarState, CalendarChange> episode = past.of(
                command.calendarId(),
                command.changeId(),
                new CalendarState.Absent(),
                CalendarChange.class,
                CalendarState::evolve);
        record(command, accepted(UndoCalendarChange.decide(command, episode)), ledger, grants, transaction);
    }

    @EventSourcingHandler
    void on(CalendarChange change, @SequenceNumber long sequence) {
        calendarId = change.calendarId();
        CalendarState next = CalendarState.evolve(state, change);
        describedIn = next.equals(state) || isOfFeedToken(change) ? describedIn : sequence;
        state = next;
    }

    /** Readers come and go without a word to those who describe the calendar. */
    private static boolean isOfFeedToken(CalendarChange change) {
        return change instanceof FeedTokenCreated || change instanceof FeedTokenRevoked;
    }

    /** A lower capacity evicts nobody: what is booked beyond it stays, and is a conflict. */
    private static void warnOfTooMany(UpdateCalendar command, SlotLedger ledger, Transaction transaction) {
        int capacity = command.profile().maxConcurrentEvents();
        ledger.fullest(command.calendarId(), command.request().at())
                .filter(peak -> peak.holding() > capacity)
                .ifPresent(peak -> transaction
                        .receipt()
                        .warn(peak.holding() + " are booked at once from " + peak.at() + ", more than the " + capacity
                                + " that the calendar admits now: they stay, as conflicts"));
    }

    private void check(Command command) {
        Caller caller = command.request().caller();
        unless(Access.refusal(caller, Action.ADMINISTER, state.grants().get(caller.subject())));
        checkVersion(command, describedIn, AggregateLifecycle.getVersion());
    }

    private <C extends Command & OnLane> void record(
            C command, List<CalendarChange> changes, SlotLedger ledger, GrantLedger grants, Transaction transaction) {
        String id = command.calendarId();
        boolean isNew = state instanceof CalendarState.Absent;
        Map<String, ShareLevel> before = state.grants();
        append(changes);
        if (!changes.isEmpty() && !isNew && !(command instanceof RevokeFeedToken)) {
            transaction.receipt().attach(UndoableUntil.of(command.request()));
        }
        state.described()
                .ifPresent(
                        profile -> transaction.receipt().describe(id, _ -> Optional.of(CalendarRequest.of(profile))));
        if (!before.equals(state.grants())) {
            grants.keep(id, state.grants());
        }
        switch (state) {
            case CalendarState.Open(var profile, var _, var _) -> ledger.keep(lane(id, profile, true));
            case CalendarState.Closed(var profile, var _, var _) -> ledger.keep(lane(id, profile, false));
            case CalendarState.Absent _ -> {}
        }
    }

    private static Lane lane(String id, CalendarProfile profile, boolean active) {
        return new Lane(
                id,
                profile.maxConcurrentEvents(),
                profile.allowOverbooking(),
                active,
                profile.timeZone(),
                profile.calendarType(),
                profile.bookable());
    }
}
