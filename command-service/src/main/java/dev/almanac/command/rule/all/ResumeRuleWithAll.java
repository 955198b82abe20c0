package dev.almanac.command.rule.all;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rule.model.RuleAccess;
import dev.almanac.command.rule.model.RuleState;
import dev.almanac.command.rule.model.RuleState.Kept;
import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.rule.RuleChange.RuleResumed;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Resumes a rule that pause-all paused. */
public record ResumeRuleWithAll(
        @TargetAggregateIdentifier String ruleId, @Nullable String reason, Request request) implements Command {

    public static Outcome<RuleChange> decide(ResumeRuleWithAll command, RuleState state) {
        return RuleAccess.changing(command.ruleId(), state, command.request(), kept -> resumed(command, kept));
    }

    private static Outcome<RuleChange> resumed(ResumeRuleWithAll command, Kept kept) {
        Request request = command.request();
        return kept instanceof RuleState.Paused paused && paused.byPauseAll()
                ? Outcome.accepted(new RuleResumed(
                        command.ruleId(),
                        request.at(),
                        command.reason(),
                        request.caller().subject()))
                : Outcome.unchanged();
    }
}
