package dev.almanac.command.rule.all;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rule.model.RuleAccess;
import dev.almanac.command.rule.model.RuleState;
import dev.almanac.command.rule.model.RuleState.Kept;
import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.rule.RuleChange.RulePaused;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Pauses a rule that runs, or would before resume-all, and leaves alone what does not run anyway. */
public record PauseRuleWithAll(
        @TargetAggregateIdentifier String ruleId, @Nullable String reason, Request request) implements Command {

    public static Outcome<RuleChange> decide(PauseRuleWithAll command, RuleState state) {
        return RuleAccess.changing(command.ruleId(), state, command.request(), kept -> paused(command, kept));
    }

    private static Outcome<RuleChange> paused(PauseRuleWithAll command, Kept kept) {
        return switch (kept) {
            case RuleState.Active _ -> Outcome.accepted(change(command));
            case RuleState.Paused paused when paused.resumeAfter() != null -> Outcome.accepted(change(command));
            case RuleState.Paused _, RuleState.Disabled _ -> Outcome.unchanged();
        };
    }

    private static RulePaused change(PauseRuleWithAll command) {
        Request request = command.request();
        return new RulePaused(
                command.ruleId(),
                request.at(),
                null,
                true,
                command.reason(),
                request.caller().subject());
    }
}
