package dev.almanac.command.rule.all;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rule.model.RuleAccess;
import dev.almanac.command.rule.model.RuleState;
import dev.almanac.command.rule.model.RuleState.Kept;
import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.rule.RuleChange.RulePaused;
import dev.almanac.events.rule.RuleChange.RuleResumed;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Brings back a rule that pause-all paused as it was. */
public record ResumeRuleWithAll(
        @TargetAggregateIdentifier String ruleId, @Nullable String reason, Request request) implements Command {

    public static Outcome<RuleChange> decide(ResumeRuleWithAll command, RuleState state) {
        return RuleAccess.changing(command.ruleId(), state, command.request(), kept -> resumed(command, kept));
    }

    private static Outcome<RuleChange> resumed(ResumeRuleWithAll command, Kept kept) {
        return kept instanceof RuleState.Paused paused && paused.byPauseAll()
                ? Outcome.accepted(change(command, paused.ownEnd()))
                : Outcome.unchanged();
    }

    /** A pause that was there before, and whose end has not come, goes on. */
    private static RuleChange change(ResumeRuleWithAll command, @Nullable Instant ownEnd) {
        Request request = command.request();
        String by = request.caller().subject();
        return ownEnd != null && ownEnd.isAfter(request.at())
                ? new RulePaused(command.ruleId(), request.at(), ownEnd, false, command.reason(), by)
                : new RuleResumed(command.ruleId(), request.at(), command.reason(), by);
    }
}
