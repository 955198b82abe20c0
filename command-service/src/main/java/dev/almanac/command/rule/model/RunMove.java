package dev.almanac.command.rule.model;

import dev.almanac.events.OccurrenceId;
import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.rule.RuleChange.MissedRunRescheduled;
import dev.almanac.events.rule.RuleChange.RunRescheduled;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** From when to when a run was moved, and on whose clock people read that. */
public record RunMove(Instant from, Instant to, ZoneId zone) {
    public static Optional<RunMove> of(RuleChange change, RuleState state) {
        return state instanceof RuleState.Kept kept ? of(change, kept) : Optional.empty();
    }

    private static Optional<RunMove> of(RuleChange change, RuleState.Kept kept) {
        ZoneId zone = kept.profile().zone();
        return switch (change) {
            case RunRescheduled moved ->
                Optional.of(new RunMove(moved.oldStartDateTime(), moved.newStartDateTime(), zone));
            case MissedRunRescheduled moved ->
                kept.profile()
                        .series()
                        .named(OccurrenceId.timeOf(moved.occurrenceId()))
                        .map(named -> new RunMove(named.instant(), moved.newStartDateTime(), zone));
            default -> Optional.empty();
        };
    }
}
