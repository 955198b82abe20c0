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
    private final Desk desk;
    private final SlotLedger ledger;
    private final Partners partners;
    private final Episodes episodes;
    private final Patches patches;
    private final ZoneMoves zoneMoves;

    ScheduleCommands(
            Desk desk, SlotLedger ledger, Partners partners, Episodes episodes, Patches patches, ZoneMoves zoneMoves) {
        this.zoneMoves = zoneMoves;
        this.patches = patches;
        this.episodes = episodes;
        this.desk = desk;
        this.partners = partners;
        this.ledger = ledger;
    }

    @CommandHandler
    void handle(ScheduleEvent wanted) {
        ScheduleEvent command =
                wanted.with(partners.complete(wanted.scheduleId(), wanted.details(), wanted.partners()));
        CalendarFacts facts = facts(command.booking(), command.details());
        desk.book(
                command,
                command.scheduleId(),
                command.terms(),
                companions(command.details()),
                ScheduleEvent.decide(command, facts));
    }

    @CommandHandler
    void handle(ImportEvent command) {
        CalendarFacts facts = facts(command.booking(), command.details());
        desk.change(command, command.scheduleId(), command.terms(), state -> ImportEvent.decide(command, state, facts));
    }

    @CommandHandler
    void handle(PairImported command) {
        Pairs pairs = partners.of(command);
        if (!pairs.isEmpty()) {
            desk.changeAll(
                    command,
                    pairs.primaryIds(),
                    Terms.STRICT,
                    pairs.companionIds(),
                    states -> PairImported.decide(pairs, states));
        }
    }

    @CommandHandler
    void handle(UpdateEvent wanted) {
        UpdateEvent command = wanted.with(partners.complete(wanted.scheduleId(), wanted.details(), wanted.partners()));
        CalendarFacts facts = facts(command.booking(), command.details());
        desk.change(
                command,
                command.scheduleId(),
                command.terms(),
                companions(command.details()),
                state -> UpdateEvent.decide(command, state, facts));
    }

    @CommandHandler
    void handle(UpdateOccurrence command) {
        CalendarFacts facts = facts(command.booking(), command.details());
        desk.change(
                command,
                command.scheduleId(),
                command.terms(),
                state -> UpdateOccurrence.decide(command, state, facts));
    }

    /** Decided as the replacement that it amounts to, on the state that is locked by then. */
    @CommandHandler
    void handle(PatchEvent patch) {
        ScheduledEvent state = desk.look(patch, patch.scheduleId());
        Replacement replacement = patch.onto(state, patches).orElseThrow(() -> Appending.refused(patch.refusal(state)));
        switch (replacement) {
            case UpdateEvent command -> handle(command);
            case UpdateOccurrence command -> handle(command);
        }
    }

    @CommandHandler
    void handle(ExchangeResource command) {
        List<String> unknown = ledger.unknownResources(List.of(command.to()));
        desk.change(
                command, command.scheduleId(), Terms.STRICT, state -> ExchangeResource.decide(command, state, unknown));
    }

    @CommandHandler
    void handle(RescheduleEvent command) {
        Terms terms = Terms.unlessOverridden(command.overrideReason());
        if (command.cascade()) {
            desk.changeAndCascade(
                    command, command.scheduleId(), terms, state -> RescheduleEvent.decide(command, state));
        } else {
            desk.change(command, command.scheduleId(), terms, state -> RescheduleEvent.decide(command, state));
        }
    }

    @CommandHandler
    void handle(RescheduleOccurrence command) {
        Terms terms = Terms.unlessOverridden(command.overrideReason());
        desk.change(command, command.scheduleId(), terms, state -> RescheduleOccurrence.decide(command, state));
    }

    @CommandHandler
    void handle(SplitSeries command) {
        Terms terms = Terms.unlessOverridden(command.overrideReason());
        List<String> born = List.of(command.newSeriesId());
        desk.change(command, command.scheduleId(), terms, born, state -> SplitSeries.decide(command, state));
    }

    @CommandHandler
    void handle(BulkReschedule command) {
        desk.changeAll(
                command,
                command.scheduleIds(),
                Terms.STRICT,
                List.of(),
                states -> BulkReschedule.decide(command, states));
    }

    @CommandHandler
    void handle(CancelOccurrence command) {
        desk.change(command, command.scheduleId(), Terms.STRICT, state -> CancelOccurrence.decide(command, state));
    }

    @CommandHandler
    void handle(RemoveFollowing command) {
        desk.change(command, command.scheduleId(), Terms.STRICT, state -> RemoveFollowing.decide(command, state));
    }

    @CommandHandler
    void handle(RemoveEventFromCalendar command) {
        desk.change(
                command, command.scheduleId(), Terms.STRICT, state -> RemoveEventFromCalendar.decide(command, state));
    }

    @CommandHandler
    void handle(UnscheduleEvent command) {
        desk.change(command, command.scheduleId(), Terms.STRICT, state -> UnscheduleEvent.decide(command, state));
    }

    @CommandHandler
    void handle(ConfirmSchedule command) {
        desk.change(command, command.scheduleId(), Terms.STRICT, state -> ConfirmSchedule.decide(command, state));
    }

    @CommandHandler
    void handle(ConfirmOccurrence command) {
        desk.change(command, command.scheduleId(), Terms.STRICT, state -> ConfirmOccurrence.decide(command, state));
    }

    @CommandHandler
    void handle(FollowZoneData command) {
        desk.follow(
                command,
                command.scheduleIds(),
                Terms.withHistory(command.request().at()),
                (states, held) -> FollowZoneData.decide(command, states, held));
        zoneMoves.settled(
                command.passageId(),
                command.scheduleIds(),
                command.staying().entrySet().stream()
                        .map(stays -> new ZoneMoves.Staying(
                                stays.getKey(),
                                stays.getValue().reason(),
                                stays.getValue().inTheWay()))
                        .toList());
    }

    @CommandHandler
    void handle(UndoChange command) {
        Episodes.Place place = episodes.of(command.changeId());
        desk.changeAll(
                command,
                place.scheduleIds(),
                Terms.STRICT,
                place.companionIds(),
                _ -> UndoChange.decide(command, episodes.read(place)));
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
