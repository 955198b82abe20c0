package dev.almanac.command.rule.delete;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rule.model.RuleAccess;
import dev.almanac.command.rule.model.RuleState;
import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.rule.RuleChange.RuleDeleted;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What runs may end; nothing runs any more after that. */
public record DeleteRule(
        @TargetAggregateIdentifier String ruleId, @Nullable String reason, Request request) implements Command {

    public static Outcome<RuleChange> decide(DeleteRule command, RuleState state) {
        Request request = command.request();
        return state instanceof RuleState.Deleted
                ? Outcome.unchanged()
                : RuleAccess.changing(
                        command.ruleId(),
                        state,
                        request,
                        _ -> Outcome.accepted(new RuleDeleted(
                                command.ruleId(),
                                request.at(),
                                command.reason(),
                                request.caller().subject())));
    }
}
