package dev.almanac.command.rule.missed;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rule.model.RuleAccess;
import dev.almanac.command.rule.model.RuleState;
import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.rule.RuleChange.BackfillApproved;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** A missed run shall run after all. */
public record ApproveBackfill(
        @TargetAggregateIdentifier String ruleId,
        String occurrenceId,
        @Nullable String reason,
        Request request) implements Command {

    public static Outcome<RuleChange> decide(ApproveBackfill command, RuleState state) {
        Request request = command.request();
        return RuleAccess.changing(
                command.ruleId(),
                state,
                request,
                _ -> Outcome.accepted(new BackfillApproved(
                        command.ruleId(),
                        command.occurrenceId(),
                        request.at(),
                        command.reason(),
                        request.caller().subject())));
    }
}
