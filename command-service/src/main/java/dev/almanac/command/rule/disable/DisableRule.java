package dev.almanac.command.rule.disable;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rule.model.RuleAccess;
import dev.almanac.command.rule.model.RuleState;
import dev.almanac.command.rule.model.RuleState.Kept;
import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.rule.RuleChange.RuleDisabled;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** A disabled rule has no occurrences, until it is resumed. */
public record DisableRule(
        @TargetAggregateIdentifier String ruleId, @Nullable String reason, Request request) implements Command {

    public static Outcome<RuleChange> decide(DisableRule command, RuleState state) {
        return RuleAccess.changing(command.ruleId(), state, command.request(), kept -> disabled(command, kept));
    }

    private static Outcome<RuleChange> disabled(DisableRule command, Kept kept) {
        Request request = command.request();
        return switch (kept) {
            case RuleState.Active _, RuleState.Paused _ ->
                Outcome.accepted(new RuleDisabled(
                        command.ruleId(),
                        request.at(),
                        command.reason(),
                        request.caller().subject()));
            case RuleState.Disabled _ -> Outcome.unchanged();
        };
    }
}
