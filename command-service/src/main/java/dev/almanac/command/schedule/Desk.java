package dev.almanac.command.schedule;

import static dev.almanac.command.store.Appending.accepted;
import static dev.almanac.command.store.Appending.unless;

import dev.almanac.command.access.Action;
import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.ledger.Claim;
import dev.almanac.command.ledger.GrantLedger;
import dev.almanac.command.ledger.Holding;
import dev.almanac.command.ledger.OutageLedger;
import dev.almanac.command.ledger.Settlement;
import dev.almanac.command.ledger.SlotLedger;
import dev.almanac.command.ledger.Terms;
import dev.almanac.command.ledger.TimeSlotUnavailable;
import dev.almanac.command.ledger.Verdict;
import dev.almanac.command.overbooking.Overbookings;
import dev.almanac.command.rejection.ActionIsNotAvailable;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.command.schedule.Companions.Reach;
import dev.almanac.command.schedule.model.ScheduleId;
import dev.almanac.command.schedule.request.CurrentSchedule;
import dev.almanac.command.store.Appending;
import dev.almanac.command.store.CalendarStreams;
import dev.almanac.command.store.Receipt;
import dev.almanac.command.store.UndoableUntil;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.calendar.CalendarChange;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduledEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Where events are changed, one or many, in the transaction of the command: all or none. Events are locked in the order
 * of their ids, then calendars in the order of theirs, so that two commands never wait for each other.
 */
@Component
class Desk {
    private static final int FOLLOWERS_MAX = 100;
    /** Of a long series the first occurrences say enough. */
    private static final int WARNED_MAX = 20;

    private final Shelf shelf;
    private final SlotLedger ledger;
    private final CalendarStreams calendars;
    private final EventIndex index;
    private final GrantLedger grants;
    private final OutageLedger resources;
    private final Bookers bookers;

    Desk(
            Shelf shelf,
            SlotLedger ledger,
            CalendarStreams calendars,
            EventIndex index,
            GrantLedger grants,
            OutageLedger resources,
            Bookers bookers) {
        this.bookers = bookers;
        this.resources = resources;
        this.shelf = shelf;
        this.ledger = ledger;
        this.calendars = calendars;
        this.index = index;
        this.grants = grants;
    }

    /**
     * An event of which nobody knows yet, and its companions.
     *
     * @param scheduleId made for this command, so that there is nothing to look for
     */
    void book(
            Command command,
            String scheduleId,
            Terms terms,
            Collection<String> companions,
            Outcome<ScheduleChange> outcome) {
        List<ScheduleChange> changes = accepted(outcome);
        SortedMap<String, EventOnDesk> loaded = shelf.take(companions);
        loaded.put(scheduleId, shelf.begin(scheduleId));
        settle(command, terms, Reach.COMPANIONS, loaded, changes);
    }

    /** What stands there, locked until the transaction ends, for somebody who may change it. */
    ScheduledEvent look(Command command, String scheduleId) {
        ScheduledEvent state =
                EventOnDesk.in(shelf.take(Set.of(scheduleId)), scheduleId).state();
        permit(command, Stream.of(state));
        return state;
    }

    /** One event, and whoever goes where it goes. */
    void change(
            Command command,
            String scheduleId,
            Terms terms,
            Function<ScheduledEvent, Outcome<ScheduleChange>> decision) {
        change(command, scheduleId, terms, Set.of(), decision);
    }

    /**
     * One event, and whoever goes where it goes.
     *
     * @param others whom the decision or what follows from it may change beside the event and its known companions
     */
    void change(
            Command command,
            String scheduleId,
            Terms terms,
            Collection<String> others,
            Function<ScheduledEvent, Outcome<ScheduleChange>> decision) {
        change(command, scheduleId, terms, Reach.COMPANIONS, load(Set.of(scheduleId), others), decision);
    }

    /** One event, whoever goes where it goes, whoever goes with those, and so on. */
    void changeAndCascade(
            Command command,
            String scheduleId,
            Terms terms,
            Function<ScheduledEvent, Outcome<ScheduleChange>> decision) {
        Set<String> followers = index.followersOf(scheduleId, FOLLOWERS_MAX);
        if (followers.size() > FOLLOWERS_MAX) {
            throw Appending.refused(new ActionIsNotAvailable(
                    "More than " + FOLLOWERS_MAX + " events would follow: move them in steps"));
        }
        change(command, scheduleId, terms, Reach.EVERYBODY, load(Set.of(scheduleId), followers), decision);
    }

    private void change(
            Command command,
            String scheduleId,
            Terms terms,
            Reach reach,
            SortedMap<String, EventOnDesk> loaded,
            Function<ScheduledEvent, Outcome<ScheduleChange>> decision) {
        EventOnDesk event = EventOnDesk.in(loaded, scheduleId);
        permit(command, Stream.of(event.state()));
        Appending.checkVersion(command, event.version());
        settle(command, terms, reach, loaded, accepted(decision.apply(event.state())));
    }

    /**
     * Many events, decided together.
     *
     * @param others whom the decision or what follows from it may change beside the events and their known companions
     */
    void changeAll(
            Command command,
            Set<String> scheduleIds,
            Terms terms,
            Collection<String> others,
            Function<Map<String, ScheduledEvent>, Outcome<ScheduleChange>> decision) {
        SortedMap<String, EventOnDesk> loaded = load(scheduleIds, others);
        Map<String, ScheduledEvent> states = new TreeMap<>();
        loaded.forEach((id, event) -> states.put(id, event.state()));
        permit(command, scheduleIds.stream().map(states::get));
        settle(command, terms, Reach.COMPANIONS, loaded, accepted(decision.apply(states)));
    }

    /**
     * Many events whose claims are not where their changes say any more, because zone data is newer: the ledger says where they
     * are.
     *
     * @param decision by the states, and by event and claim where the ledger has what it holds
     */
    void follow(
            Command command,
            Set<String> scheduleIds,
            Terms terms,
            BiFunction<Map<String, ScheduledEvent>, Map<String, Map<String, TimeSlot>>, Outcome<ScheduleChange>>
                    decision) {
        SortedMap<String, EventOnDesk> loaded = load(scheduleIds, List.of());
        Map<String, ScheduledEvent> states = new TreeMap<>();
        loaded.forEach((id, event) -> states.put(id, event.state()));
        Map<String, List<Claim>> held = ledger.held(
                states.values().stream()
                        .flatMap(state -> state.calendarId().stream())
                        .collect(Collectors.toSet()),
                loaded.keySet());
        permit(command, scheduleIds.stream().map(states::get));
        settle(
                command,
                terms,
                Reach.AT_THEIR_OFFSETS,
                loaded,
                accepted(decision.apply(states, slots(held))),
                revision -> revision.holding(held.getOrDefault(revision.scheduleId(), List.of())));
    }

    private static Map<String, Map<String, TimeSlot>> slots(Map<String, List<Claim>> held) {
        Map<String, Map<String, TimeSlot>> slots = new TreeMap<>();
        held.forEach((id, claims) ->
                slots.put(id, claims.stream().collect(Collectors.toMap(Claim::claimId, Claim::slot))));
        return slots;
    }

    /** Everything that may change, its companions among it. */
    private SortedMap<String, EventOnDesk> load(Set<String> scheduleIds, Collection<String> others) {
        Set<String> ids = new TreeSet<>(scheduleIds);
        ids.addAll(others);
        ids.addAll(index.companionsOf(scheduleIds));
        return shelf.take(ids);
    }

    /** Companions follow, the ledger admits all that will be claimed, and only then anything is appended. */
    private void settle(
            Command command,
            Terms terms,
            Reach reach,
            SortedMap<String, EventOnDesk> loaded,
            List<ScheduleChange> decided) {
        settle(command, terms, reach, loaded, decided, Revision::holding);
    }

    private void settle(
            Command command,
            Terms terms,
            Reach reach,
            SortedMap<String, EventOnDesk> loaded,
            List<ScheduleChange> decided,
            Function<Revision, Holding> holding) {
        List<ScheduleChange> changes = new ArrayList<>(decided);
        changes.addAll(new Companions(loaded, command.request(), reach).following(decided));
        List<Revision> revisions = Revision.of(loaded, changes);
        permit(command, revisions.stream().flatMap(revision -> Stream.of(revision.before(), revision.after())));
        Settlement settlement = claim(command, revisions, terms, holding);
        unless(bookers.refusalOfOneMore(command.request(), revisions));
        revisions.forEach(revision -> revision.record(Skipped.of(settlement, revision, command.request())));
        index.keep(revisions);
        bookers.keep(command.request(), revisions, settlement);
        List<CalendarChange> overbookings = Overbookings.of(settlement, terms, command.request());
        calendars.append(overbookings);
        overbookings.forEach(Overbookings::warn);
        Receipt receipt = Receipt.current();
        receipt.note(settlement.verdicts());
        if (!changes.isEmpty()) {
            receipt.tell(UndoableUntil.of(command.request()));
        }
        Relocation.of(revisions).ifPresent(receipt::tell);
        loaded.forEach((id, event) -> {
            ScheduledEvent state = event.state();
            receipt.describe(id, named -> CurrentSchedule.of(ScheduleId.of(named), state));
        });
    }

    /** On every calendar that the command is about, before anything of it is told, and on those that it would change. */
    private void permit(Command command, Stream<ScheduledEvent> states) {
        List<ScheduledEvent> all = states.toList();
        Set<String> calendarIds = all.stream()
                .flatMap(state -> state.calendarId().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (grants.refusal(command.request().caller(), Action.SCHEDULE, calendarIds)
                .isPresent()) {
            unless(bookers.refusal(command.request(), all));
        }
    }

    private Settlement claim(
            Command command, List<Revision> revisions, Terms terms, Function<Revision, Holding> holding) {
        List<Revision> claiming = revisions.stream()
                .filter(revision -> holding.apply(revision).isChanged())
                .toList();
        if (claiming.isEmpty()) {
            return new Settlement(List.of());
        }
        Outages outages = Outages.of(claiming, resources);
        Settlement settlement = ledger.settle(claiming.stream().map(holding).toList(), terms, outages::of);
        unless(settlement.refusal().map(refusal -> suggesting(refusal, settlement, outages, command.request())));
        settlement.verdicts().stream()
                .filter(verdict -> verdict.isNew() && verdict.isAdmitted())
                .map(Verdict::claim)
                .limit(WARNED_MAX)
                .forEach(outages::warn);
        return settlement;
    }

    /** Where a resource is out, the answer says when it could be instead. */
    private Rejection suggesting(Rejection refusal, Settlement settlement, Outages outages, Request request) {
        if (!(refusal instanceof TimeSlotUnavailable unavailable)) {
            return refusal;
        }
        Claim wanted = settlement.verdicts().stream()
                .filter(Verdict::lacksResource)
                .findFirst()
                .orElseThrow()
                .claim();
        return unavailable.with(new FreeSlots(ledger, outages).near(wanted, request.at()));
    }
}
