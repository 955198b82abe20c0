package dev.almanac.command.schedule;

import dev.almanac.command.http.Patches;
import dev.almanac.command.ledger.SlotLedger;
import dev.almanac.command.ledger.Terms;
import dev.almanac.command.ledger.ZoneMoves;
import dev.almanac.command.schedule.confirm.ConfirmOccurrence;
import dev.almanac.command.schedule.confirm.ConfirmSchedule;
import dev.almanac.command.schedule.imported.ImportEvent;
import dev.almanac.command.schedule.imported.PairImported;
import dev.almanac.command.schedule.imported.PairImported.Pairs;
import dev.almanac.command.schedule.model.CalendarFacts;
import dev.almanac.command.schedule.remove.CancelOccurrence;
import dev.almanac.command.schedule.remove.RemoveEventFromCalendar;
import dev.almanac.command.schedule.remove.RemoveFollowing;
import dev.almanac.command.schedule.remove.UnscheduleEvent;
import dev.almanac.command.schedule.reschedule.BulkReschedule;
import dev.almanac.command.schedule.reschedule.RescheduleEvent;
import dev.almanac.command.schedule.reschedule.RescheduleOccurrence;
import dev.almanac.command.schedule.reschedule.SplitSeries;
import dev.almanac.command.schedule.schedule.ScheduleEvent;
import dev.almanac.command.schedule.undo.UndoChange;
import dev.almanac.command.schedule.update.ExchangeResource;
import dev.almanac.command.schedule.update.PatchEvent;
import dev.almanac.command.schedule.update.Replacement;
import dev.almanac.command.schedule.update.UpdateEvent;
import dev.almanac.command.schedule.update.UpdateOccurrence;
import dev.almanac.command.schedule.zonedata.FollowZoneData;
import dev.almanac.command.store.Appending;
import dev.almanac.command.store.Transaction;
import dev.almanac.events.resource.ResourceClaim;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.Companion;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.ScheduledEvent;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** A line for each command on scheduled events: on what terms, and what decides. */
@Component
class ScheduleCommands {
    private final EventTransactions events;
    private final SlotLedger ledger;
    private final Partners partners;
    private final UndoHistory history;
    private final Patches patches;
    private final ZoneMoves zoneMoves;

    ScheduleCommands(
            EventTransactions events,
            SlotLedger ledger,
            Partners partners,
            UndoHistory history,
            Patches patches,
            ZoneMoves zoneMoves) {
        this.zoneMoves = zoneMoves;
        this.patches = patches;
        this.history = history;
        this.events = events;
        this.partners = partners;
        this.ledger = ledger;
    }

    @CommandHandler
    void handle(ScheduleEvent wanted, Transaction transaction) {
        ScheduleEvent command = wanted.with(
                partners.complete(wanted.scheduleId(), wanted.details(), wanted.partners(), transaction.receipt()));
        events.begin(command, command.terms(), transaction)
                .book(
                        command.scheduleId(),
                        command.booking().calendarId(),
                        companions(command.details()),
                        () -> ScheduleEvent.decide(command, facts(command.booking(), command.details())));
    }

    @CommandHandler
    void handle(ImportEvent command, Transaction transaction) {
        CalendarFacts facts = facts(command.booking(), command.details());
        events.begin(command, command.terms(), transaction)
                .change(command.scheduleId(), state -> ImportEvent.decide(command, state, facts));
    }

    @CommandHandler
    void handle(PairImported command, Transaction transaction) {
        Pairs pairs = partners.of(command, transaction.receipt());
        if (!pairs.isEmpty()) {
            events.begin(command, transaction)
                    .changeAll(pairs.primaryIds(), pairs.companionIds(), states -> PairImported.decide(pairs, states));
        }
    }

    @CommandHandler
    void handle(UpdateEvent wanted, Transaction transaction) {
        UpdateEvent command = wanted.with(
                partners.complete(wanted.scheduleId(), wanted.details(), wanted.partners(), transaction.receipt()));
        CalendarFacts facts = facts(command.booking(), command.details());
        events.begin(command, command.terms(), transaction)
                .change(
                        command.scheduleId(),
                        command.booking().calendarId(),
                        companions(command.details()),
                        state -> UpdateEvent.decide(command, state, facts));
    }

    @CommandHandler
    void handle(UpdateOccurrence command, Transaction transaction) {
        CalendarFacts facts = facts(command.booking(), command.details());
        events.begin(command, command.terms(), transaction)
                .change(command.scheduleId(), state -> UpdateOccurrence.decide(command, state, facts));
    }

    /** Decided as the replacement that it amounts to, on the state that is locked by then. */
    @CommandHandler
    void handle(PatchEvent patch, Transaction transaction) {
        ScheduledEvent state = events.begin(patch, transaction).look(patch.scheduleId());
        Replacement replacement = patch.onto(state, patches).orElseThrow(() -> Appending.refused(patch.refusal(state)));
        switch (replacement) {
            case UpdateEvent command -> handle(command, transaction);
            case UpdateOccurrence command -> handle(command, transaction);
        }
    }

    @CommandHandler
    void handle(ExchangeResource command, Transaction transaction) {
        List<String> unknown = ledger.unknownResources(List.of(command.to()));
        events.begin(command, transaction)
                .change(command.scheduleId(), state -> ExchangeResource.decide(command, state, unknown));
    }

    @CommandHandler
    void handle(RescheduleEvent command, Transaction transaction) {
        EventTransaction event = events.begin(command, Terms.unlessOverridden(command.overrideReason()), transaction);
        if (command.cascade()) {
            event.changeAndCascade(command.scheduleId(), state -> RescheduleEvent.decide(command, state));
        } else {
            event.change(command.scheduleId(), state -> RescheduleEvent.decide(command, state));
        }
    }

    @CommandHandler
    void handle(RescheduleOccurrence command, Transaction transaction) {
        events.begin(command, Terms.unlessOverridden(command.overrideReason()), transaction)
                .change(command.scheduleId(), state -> RescheduleOccurrence.decide(command, state));
    }

    @CommandHandler
    void handle(SplitSeries command, Transaction transaction) {
        List<String> born = List.of(command.newSeriesId());
        events.begin(command, Terms.unlessOverridden(command.overrideReason()), transaction)
                .change(command.scheduleId(), born, state -> SplitSeries.decide(command, state));
    }

    @CommandHandler
    void handle(BulkReschedule command, Transaction transaction) {
        events.begin(command, transaction)
                .changeAll(command.scheduleIds(), List.of(), states -> BulkReschedule.decide(command, states));
    }

    @CommandHandler
    void handle(CancelOccurrence command, Transaction transaction) {
        events.begin(command, transaction)
                .change(command.scheduleId(), state -> CancelOccurrence.decide(command, state));
    }

    @CommandHandler
    void handle(RemoveFollowing command, Transaction transaction) {
        events.begin(command, transaction)
                .change(command.scheduleId(), state -> RemoveFollowing.decide(command, state));
    }

    @CommandHandler
    void handle(RemoveEventFromCalendar command, Transaction transaction) {
        events.begin(command, transaction)
                .change(command.scheduleId(), state -> RemoveEventFromCalendar.decide(command, state));
    }

    @CommandHandler
    void handle(UnscheduleEvent command, Transaction transaction) {
        events.begin(command, transaction)
                .change(command.scheduleId(), state -> UnscheduleEvent.decide(command, state));
    }

    @CommandHandler
    void handle(ConfirmSchedule command, Transaction transaction) {
        events.begin(command, transaction)
                .change(command.scheduleId(), state -> ConfirmSchedule.decide(command, state));
    }

    @CommandHandler
    void handle(ConfirmOccurrence command, Transaction transaction) {
        events.begin(command, transaction)
                .change(command.scheduleId(), state -> ConfirmOccurrence.decide(command, state));
    }

    @CommandHandler
    void handle(FollowZoneData command, Transaction transaction) {
        events.begin(command, Terms.withHistory(command.request().at()), transaction)
                .follow(command.scheduleIds(), (states, held) -> FollowZoneData.decide(command, states, held));
        List<ZoneMoves.Staying> staying = command.staying().entrySet().stream()
                .map(stays -> new ZoneMoves.Staying(
                        stays.getKey(),
                        stays.getValue().reason(),
                        stays.getValue().inTheWay()))
                .toList();
        zoneMoves.settled(command.passageId(), command.scheduleIds(), staying, transaction.rows());
    }

    @CommandHandler
    void handle(UndoChange command, Transaction transaction) {
        UndoHistory.Place place = history.of(command.changeId());
        events.begin(command, transaction)
                .changeAll(
                        place.scheduleIds(),
                        place.companionIds(),
                        _ -> UndoChange.decide(command, history.read(place)));
    }

    private CalendarFacts facts(Booking booking, EventDetails details) {
        List<String> resources =
                details.resources().stream().map(ResourceClaim::resourceId).toList();
        return new CalendarFacts(
                ledger.lane(booking.calendarId()),
                resources.isEmpty() ? List.of() : ledger.unknownResources(resources));
    }

    private static List<String> companions(EventDetails details) {
        return details.companions().stream().map(Companion::scheduleId).toList();
    }
}
