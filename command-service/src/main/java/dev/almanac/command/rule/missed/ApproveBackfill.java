package dev.almanac.command.rule.missed;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.ledger.RunRow;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.Refusals;
import dev.almanac.command.rule.model.RuleAccess;
import dev.almanac.command.rule.model.RuleState;
import dev.almanac.command.rule.model.RuleState.Kept;
import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.rule.RuleChange.BackfillApproved;
import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** A missed run shall run after all. */
public record ApproveBackfill(
        @TargetAggregateIdentifier String ruleId,
        String occurrenceId,
        @Nullable String reason,
        Request request) implements Command {

    /**
     * Refused for what was not missed.
     *
     * @param run where it stands, empty when nothing is known of it: it is over, lies ahead or never was
     */
    public static Outcome<RuleChange> decide(ApproveBackfill command, RuleState state, Optional<RunRow> run) {
        return RuleAccess.changing(command.ruleId(), state, command.request(), kept -> decide(command, kept, run));
    }

    private static Outcome<RuleChange> decide(ApproveBackfill command, Kept kept, Optional<RunRow> run) {
        Request request = command.request();
        return Refusals.firstOr(
                () -> Outcome.accepted(new BackfillApproved(
                        command.ruleId(),
                        command.occurrenceId(),
                        request.at(),
                        command.reason(),
                        request.caller().subject())),
                () -> MissedRuns.refusal(kept, command.occurrenceId(), run, request.at()));
    }
}
