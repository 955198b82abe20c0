package dev.almanac.command.schedule;

import static dev.almanac.command.store.Appending.accepted;
import static dev.almanac.command.store.Appending.unless;

import dev.almanac.command.access.Action;
import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.ledger.Claim;
import dev.almanac.command.ledger.Holding;
import dev.almanac.command.ledger.Settlement;
import dev.almanac.command.ledger.Terms;
import dev.almanac.command.overbooking.Overbookings;
import dev.almanac.command.rejection.ActionIsNotAvailable;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.schedule.Companions.Reach;
import dev.almanac.command.schedule.model.Ownership;
import dev.almanac.command.schedule.model.ScheduleId;
import dev.almanac.command.schedule.request.CurrentSchedule;
import dev.almanac.command.store.Appending;
import dev.almanac.command.store.Receipt;
import dev.almanac.command.store.Transaction;
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
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A command on events, one or many, all or none: it locks them, asks whether the caller may, decides, has the ledger admit what
 * is claimed, and records. Events are locked in the order of their ids, then calendars in the order of theirs, so that two
 * commands never wait for each other.
 */
final class EventTransaction {
    private static final int FOLLOWERS_MAX = 100;

    private final EventTransactions parts;
    private final Command command;
    private final Request request;
    private final Terms terms;
    private final Transaction transaction;

    EventTransaction(EventTransactions parts, Command command, Terms terms, Transaction transaction) {
        this.parts = parts;
        this.command = command;
        this.request = command.request();
        this.terms = terms;
        this.transaction = transaction;
    }

    /**
     * An event of which nobody knows yet, and its companions.
     *
     * @param scheduleId made for this command, so that there is nothing to look for
     */
    void book(
            String scheduleId,
            String calendarId,
            Collection<String> companions,
            Supplier<Outcome<ScheduleChange>> decision) {
        SortedMap<String, LoadedEvent> loaded = parts.events().take(companions);
        loaded.put(scheduleId, parts.events().begin(scheduleId));
        permitOn(Set.of(calendarId));
        settle(Reach.COMPANIONS, loaded, accepted(decision.get()));
    }

    /** What stands there, locked until the transaction ends, for somebody who may change it. */
    ScheduledEvent look(String scheduleId) {
        ScheduledEvent state = LoadedEvent.in(parts.events().take(Set.of(scheduleId)), scheduleId)
                .state();
        permit(state);
        return state;
    }

    /** One event and its companions. */
    void change(String scheduleId, Function<ScheduledEvent, Outcome<ScheduleChange>> decision) {
        change(scheduleId, Set.of(), decision);
    }

    /**
     * One event and its companions.
     *
     * @param others whom the decision or what follows from it may change beside the event and its known companions
     */
    void change(
            String scheduleId, Collection<String> others, Function<ScheduledEvent, Outcome<ScheduleChange>> decision) {
        change(scheduleId, Reach.COMPANIONS, load(Set.of(scheduleId), others), decision);
    }

    /** One event that may come to a calendar that it is not on yet. */
    void change(
            String scheduleId,
            String calendarId,
            Collection<String> others,
            Function<ScheduledEvent, Outcome<ScheduleChange>> decision) {
        SortedMap<String, LoadedEvent> loaded = load(Set.of(scheduleId), others);
        permitOn(Set.of(calendarId));
        change(scheduleId, Reach.COMPANIONS, loaded, decision);
    }

    /** One event, its companions, theirs, and so on. */
    void changeAndCascade(String scheduleId, Function<ScheduledEvent, Outcome<ScheduleChange>> decision) {
        Set<String> followers = parts.index().followersOf(scheduleId, FOLLOWERS_MAX);
        if (followers.size() > FOLLOWERS_MAX) {
            throw Appending.refused(new ActionIsNotAvailable(
                    "More than " + FOLLOWERS_MAX + " events would follow: move them in steps"));
        }
        change(scheduleId, Reach.EVERYBODY, load(Set.of(scheduleId), followers), decision);
    }

    private void change(
            String scheduleId,
            Reach reach,
            SortedMap<String, LoadedEvent> loaded,
            Function<ScheduledEvent, Outcome<ScheduleChange>> decision) {
        LoadedEvent event = LoadedEvent.in(loaded, scheduleId);
        permit(event.state());
        Appending.checkVersion(command, event.version());
        settle(reach, loaded, accepted(decision.apply(event.state())));
    }

    /**
     * Many events, decided together.
     *
     * @param others whom the decision or what follows from it may change beside the events and their known companions
     */
    void changeAll(
            Set<String> scheduleIds,
            Collection<String> others,
            Function<Map<String, ScheduledEvent>, Outcome<ScheduleChange>> decision) {
        SortedMap<String, LoadedEvent> loaded = load(scheduleIds, others);
        Map<String, ScheduledEvent> states = states(loaded);
        permitOnCalendarsOf(scheduleIds.stream().map(states::get));
        settle(Reach.COMPANIONS, loaded, accepted(decision.apply(states)));
    }

    /**
     * Many events whose claims are not where their changes say any more, because zone data is newer: the ledger says where they
     * are.
     *
     * @param decision by the states, and by event and claim where the ledger has what it holds
     */
    void follow(
            Set<String> scheduleIds,
            BiFunction<Map<String, ScheduledEvent>, Map<String, Map<String, TimeSlot>>, Outcome<ScheduleChange>>
                    decision) {
        SortedMap<String, LoadedEvent> loaded = load(scheduleIds, List.of());
        Map<String, ScheduledEvent> states = states(loaded);
        Map<String, List<Claim>> held = parts.ledger().held(calendars(states.values().stream()), loaded.keySet());
        permitOnCalendarsOf(scheduleIds.stream().map(states::get));
        settle(
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

    private static Map<String, ScheduledEvent> states(SortedMap<String, LoadedEvent> loaded) {
        Map<String, ScheduledEvent> states = new TreeMap<>();
        loaded.forEach((id, event) -> states.put(id, event.state()));
        return states;
    }

    /** Everything that may change, its companions among it. */
    private SortedMap<String, LoadedEvent> load(Set<String> scheduleIds, Collection<String> others) {
        Set<String> ids = new TreeSet<>(scheduleIds);
        ids.addAll(others);
        ids.addAll(parts.index().companionsOf(scheduleIds));
        return parts.events().take(ids);
    }

    /** On calendars that the command names. */
    private void permitOn(Set<String> calendarIds) {
        unless(terms.refusal(request.caller()));
        unless(parts.bookers().refusal(request, calendarIds));
    }

    /** On the event that the command names. */
    private void permit(ScheduledEvent state) {
        unless(terms.refusal(request.caller()));
        permitOnCalendarsOf(Stream.of(state));
        unless(Ownership.refusal(state, request.caller()));
    }

    private void permitOnCalendarsOf(Stream<ScheduledEvent> states) {
        List<ScheduledEvent> all = states.toList();
        if (parts.grants()
                .refusal(request.caller(), Action.SCHEDULE, calendars(all.stream()))
                .isPresent()) {
            unless(parts.bookers().refusal(request, all));
        }
    }

    private static Set<String> calendars(Stream<ScheduledEvent> states) {
        return states.flatMap(state -> state.calendarId().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    private void settle(Reach reach, SortedMap<String, LoadedEvent> loaded, List<ScheduleChange> decided) {
        settle(reach, loaded, decided, Revision::holding);
    }

    /** Companions follow, the ledger admits all that will be claimed, and only then anything is appended. */
    private void settle(
            Reach reach,
            SortedMap<String, LoadedEvent> loaded,
            List<ScheduleChange> decided,
            Function<Revision, Holding> holding) {
        Receipt receipt = transaction.receipt();
        List<ScheduleChange> following = new Companions(loaded, request, reach, receipt).following(decided);
        List<ScheduleChange> changes = new ArrayList<>(decided);
        changes.addAll(following);
        List<Revision> revisions = Revision.of(loaded, changes);
        permitOnCalendarsOf(revisions.stream().flatMap(revision -> Stream.of(revision.before(), revision.after())));
        Settlement settlement = new Settling(parts, request, terms, transaction).claim(revisions, holding);
        unless(parts.bookers().refusalOfOneMore(request, revisions));
        revisions.forEach(revision -> revision.record(Skipped.of(settlement, revision, request)));
        parts.index().keep(revisions, transaction.rows());
        parts.bookers().keep(request, revisions, settlement, transaction.rows());
        List<CalendarChange> overbookings = Overbookings.of(settlement, terms, request);
        parts.calendars().append(overbookings);
        overbookings.forEach(change -> Overbookings.warn(change, receipt));
        answer(settlement, revisions, loaded);
    }

    private void answer(Settlement settlement, List<Revision> revisions, SortedMap<String, LoadedEvent> loaded) {
        Receipt receipt = transaction.receipt();
        receipt.note(settlement.verdicts());
        if (!revisions.isEmpty()) {
            receipt.attach(UndoableUntil.of(request));
        }
        Relocation.of(revisions).ifPresent(receipt::attach);
        loaded.forEach((id, event) -> {
            ScheduledEvent state = event.state();
            receipt.describe(id, named -> CurrentSchedule.of(ScheduleId.of(named), state));
        });
    }
}
