package dev.almanac.command.rule.pause;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.rejection.ActionIsNotAvailable;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.Refusals;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.command.rule.model.RuleAccess;
import dev.almanac.command.rule.model.RuleState;
import dev.almanac.command.rule.model.RuleState.Kept;
import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.rule.RuleChange.RulePaused;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What falls into the pause is skipped. It ends by itself if it says when. */
public record PauseRule(
        @TargetAggregateIdentifier String ruleId,
        @Nullable Instant resumeAfter,
        @Nullable String reason,
        Request request)
        implements Command {

    public static Outcome<RuleChange> decide(PauseRule command, RuleState state) {
        return RuleAccess.changing(command.ruleId(), state, command.request(), kept -> paused(command, kept));
    }

    private static Outcome<RuleChange> paused(PauseRule command, Kept kept) {
        return switch (kept) {
            case RuleState.Disabled _ -> Outcome.refused(new ActionIsNotAvailable("The rule is disabled"));
            case RuleState.Paused paused
            when Objects.equals(paused.resumeAfter(), command.resumeAfter()) && !paused.byPauseAll() ->
                Outcome.unchanged();
            case RuleState.Paused paused
            when paused.byPauseAll() && command.resumeAfter() != null ->
                Outcome.refused(new ActionIsNotAvailable("All rules are paused, and only resume-all ends that"));
            case RuleState.Active _, RuleState.Paused _ ->
                Refusals.firstOr(() -> Outcome.accepted(change(command)), () -> ofEnd(command));
        };
    }

    private static RulePaused change(PauseRule command) {
        Request request = command.request();
        return new RulePaused(
                command.ruleId(),
                request.at(),
                command.resumeAfter(),
                false,
                command.reason(),
                request.caller().subject());
    }

    private static Optional<Rejection> ofEnd(PauseRule command) {
        Instant end = command.resumeAfter();
        return end == null || end.isAfter(command.request().at())
                ? Optional.empty()
                : Optional.of(new PauseEndsInThePast());
    }
}
