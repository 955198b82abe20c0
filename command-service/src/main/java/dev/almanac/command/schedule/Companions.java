package dev.almanac.command.schedule;

import dev.almanac.command.access.Request;
import dev.almanac.command.schedule.model.Ownership;
import dev.almanac.command.schedule.remove.RemoveEventFromCalendar;
import dev.almanac.command.schedule.remove.UnscheduleEvent;
import dev.almanac.command.schedule.reschedule.RescheduleEvent;
import dev.almanac.command.store.Appending;
import dev.almanac.command.store.Receipt;
import dev.almanac.events.schedule.Companion;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduledEvent;
import dev.almanac.events.schedule.ScheduledEvent.Booked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What companions do when their primary moved, left or came back. They follow one step, and what goes with a companion
 * stays, unless a move cascades.
 * Whoever moves a primary must be allowed to move its companions; where one refuses, nothing moves.
 */
final class Companions {
    private static final String REASON = "follows its primary";
    private final Map<String, LoadedEvent> loaded;
    private final Request request;
    private final Reach reach;
    private final Receipt receipt;

    Companions(Map<String, LoadedEvent> loaded, Request request, Reach reach, Receipt receipt) {
        this.loaded = loaded;
        this.request = request;
        this.reach = reach;
        this.receipt = receipt;
    }

    /** Who follows. */
    enum Reach {
        COMPANIONS,
        /** Companions of companions too, and so on. */
        EVERYBODY,
        /**
         * As new zone data moved the primary and nobody asked for it: the companions that stand at their offset and are not over.
         * Somebody placed the others where they are.
         */
        AT_THEIR_OFFSETS
    }

    /** Each event follows once, so that companions which name each other come to an end. */
    List<ScheduleChange> following(List<ScheduleChange> decided) {
        Set<String> placed = new HashSet<>();
        decided.forEach(change -> placed.add(change.scheduleId()));
        List<ScheduleChange> latest = step(decided, placed);
        List<ScheduleChange> all = new ArrayList<>(latest);
        while (reach == Reach.EVERYBODY && !latest.isEmpty()) {
            latest = step(latest, placed);
            all.addAll(latest);
        }
        return all;
    }

    private List<ScheduleChange> step(List<ScheduleChange> decided, Set<String> placed) {
        List<ScheduleChange> changes = new ArrayList<>();
        for (Revision primary : Revision.of(loaded, decided)) {
            for (Companion companion : toMove(primary)) {
                if (placed.add(companion.scheduleId())) {
                    changes.addAll(follow(companion, primary));
                }
            }
        }
        return changes;
    }

    /** Those whose place the change says anew; all of them when the primary moved, left or came back. */
    private static List<Companion> toMove(Revision primary) {
        return switch (primary.after()) {
            case Booked after -> toMove(primary.before(), after);
            case ScheduledEvent.Unscheduled(var was) -> was.details().companions();
            case ScheduledEvent.Removed(var was) -> was.details().companions();
            case ScheduledEvent.Absent _ -> List.of();
        };
    }

    private static List<Companion> toMove(ScheduledEvent before, Booked after) {
        return before instanceof Booked was && start(was).equals(start(after))
                ? after.details().companions().stream()
                        .filter(companion -> !was.details().companions().contains(companion))
                        .toList()
                : after.details().companions();
    }

    private List<ScheduleChange> follow(Companion companion, Revision primary) {
        ScheduledEvent state = LoadedEvent.in(loaded, companion.scheduleId()).state();
        if (state instanceof ScheduledEvent.Absent || state instanceof ScheduledEvent.Removed) {
            receipt.warn("Companion " + companion.scheduleId() + " does not exist");
            return List.of();
        }
        Appending.unless(Ownership.refusal(state, request.caller()));
        return switch (primary.after()) {
            case Booked booked
            when reach == Reach.AT_THEIR_OFFSETS ->
                primary.before() instanceof Booked was && state instanceof Booked stands
                        ? movedWithClocks(
                                move(companion, start(booked)), start(was).plus(companion.offset()), stands)
                        : List.of();
            case Booked booked -> Appending.accepted(RescheduleEvent.decide(move(companion, start(booked)), state));
            case ScheduledEvent.Unscheduled _ -> unscheduled(companion, state);
            case ScheduledEvent.Removed _ -> removed(companion, state);
            case ScheduledEvent.Absent _ -> List.of();
        };
    }

    private List<ScheduleChange> movedWithClocks(RescheduleEvent move, Instant meant, Booked stands) {
        boolean isOver = !stands.booking().endDateTime().isAfter(request.at());
        return isOver || !start(stands).equals(meant)
                ? List.of()
                : Appending.accepted(RescheduleEvent.decideUnasked(move, stands));
    }

    private RescheduleEvent move(Companion companion, Instant start) {
        return new RescheduleEvent(
                companion.scheduleId(),
                null,
                start.plus(companion.offset()),
                null,
                null,
                REASON,
                false,
                false,
                null,
                request);
    }

    private List<ScheduleChange> unscheduled(Companion companion, ScheduledEvent state) {
        return Appending.accepted(
                UnscheduleEvent.decide(new UnscheduleEvent(companion.scheduleId(), REASON, request), state));
    }

    private List<ScheduleChange> removed(Companion companion, ScheduledEvent state) {
        return Appending.accepted(RemoveEventFromCalendar.decide(
                new RemoveEventFromCalendar(companion.scheduleId(), REASON, request), state));
    }

    private static Instant start(Booked booked) {
        return booked.booking().startDateTime();
    }
}
