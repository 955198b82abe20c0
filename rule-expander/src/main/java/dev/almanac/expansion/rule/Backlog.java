package dev.almanac.expansion.rule;

import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.rule.RuleChange.BackfillApproved;
import dev.almanac.events.rule.RuleChange.MissedRunDiscarded;
import dev.almanac.events.rule.RuleChange.MissedRunRescheduled;
import dev.almanac.events.rule.RuleChange.RuleCreated;
import dev.almanac.events.rule.RuleChange.RuleDeleted;
import dev.almanac.events.rule.RuleChange.RuleDisabled;
import dev.almanac.events.rule.RuleChange.RulePaused;
import dev.almanac.events.rule.RuleChange.RuleResumed;
import dev.almanac.events.rule.RuleChange.RuleUpdated;
import dev.almanac.events.rule.RuleChange.RunRequested;
import dev.almanac.events.rule.RuleChange.RunRescheduled;
import java.time.Instant;

/**
 * What people said of a rule that was not followed for long: each change waits until the occurrences before it were taken
 * up as the rule was then, as many in one step as keep it short.
 */
final class Backlog {
    private Backlog() {}

    /** Applies the change at once when nothing of note lies before it, as is usual. */
    static Step add(RuleChange change, long version, Instant now, RuleState known) {
        RuleState before = known.deferred().isEmpty() ? DueScan.before(at(change), known) : known;
        if (isReached(change, before)) {
            return RuleChanges.apply(change, version, now, before);
        }
        Step room = Step.of(before);
        while (room.state().deferred().size() >= Limits.DEFERRED_MAX) {
            room = room.then(state -> step(now, state));
        }
        return room.then(state -> Step.of(state.deferring(Deferred.of(change, version))));
    }

    /** One step closer to the first change that waits, or the change itself. */
    static Step step(Instant now, RuleState state) {
        Deferred first = state.deferred().getFirst();
        RuleChange change = first.change();
        RuleState before = DueScan.before(at(change), state);
        return before.book().watermark().isBefore(at(change))
                ? Admission.at(now, before)
                : RuleChanges.apply(change, first.version(), now, before.withoutFirstDeferred());
    }

    private static boolean isReached(RuleChange change, RuleState state) {
        return state.deferred().isEmpty() && !state.book().watermark().isBefore(at(change));
    }

    /** From when on it holds; what is asked for now concerns nothing that lies before. */
    private static Instant at(RuleChange change) {
        return switch (change) {
            case RuleCreated created -> created.createdAt();
            case RuleUpdated updated -> updated.updatedAt();
            case RulePaused paused -> paused.pausedAt();
            case RuleResumed resumed -> resumed.resumedAt();
            case RuleDisabled disabled -> disabled.disabledAt();
            case RuleDeleted deleted -> deleted.deletedAt();
            case RunRescheduled moved -> moved.rescheduledAt();
            case RunRequested _, BackfillApproved _, MissedRunDiscarded _, MissedRunRescheduled _ -> Instant.MIN;
        };
    }
}
