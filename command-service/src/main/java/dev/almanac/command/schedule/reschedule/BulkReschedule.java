package dev.almanac.command.schedule.reschedule;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.rejection.ItemsAreRefused;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.Refusals;
import dev.almanac.command.rejection.RefusedItem;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.command.schedule.model.Ownership;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduledEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Moves many events at once: all of them or none. Two may change places, because all leave before any arrives. */
public record BulkReschedule(
        List<Move> moves,
        @Nullable String timeZone,
        @Nullable String reason,
        Request request) implements Command {
    /** More refusals than this are counted, but not named. */
    private static final int NAMED_MAX = 20;

    public BulkReschedule {
        moves = List.copyOf(moves);
    }

    public Set<String> scheduleIds() {
        return moves.stream().map(move -> move.id().seriesId()).collect(Collectors.toUnmodifiableSet());
    }

    public static Outcome<ScheduleChange> decide(BulkReschedule command, Map<String, ScheduledEvent> before) {
        Map<String, ScheduledEvent> states = new HashMap<>(before);
        List<ScheduleChange> changes = new ArrayList<>();
        List<RefusedItem> refused = new ArrayList<>();
        for (Move move : command.moves) {
            String subject = move.id().seriesId();
            ScheduledEvent state = states.getOrDefault(subject, new ScheduledEvent.Absent());
            Outcome<ScheduleChange> outcome = Refusals.firstOr(
                    () -> move.decide(command, state),
                    () -> Ownership.refusal(state, command.request().caller()));
            List<ScheduleChange> decided = outcome.fold(own -> own, rejection -> {
                refused.add(new RefusedItem(move.id().id(), rejection));
                return List.of();
            });
            states.put(subject, ScheduledEvent.evolve(state, decided));
            changes.addAll(decided);
        }
        return refused.isEmpty() ? Outcome.accepted(changes) : Outcome.refused(refusal(refused));
    }

    private static Rejection refusal(List<RefusedItem> refused) {
        return new ItemsAreRefused(
                refused.size(), refused.stream().limit(NAMED_MAX).toList());
    }
}
