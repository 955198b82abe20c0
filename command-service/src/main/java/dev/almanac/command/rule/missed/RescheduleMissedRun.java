package dev.almanac.command.rule.missed;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.Rejection.EventStartsInThePast;
import dev.almanac.command.rule.model.RuleAccess;
import dev.almanac.command.rule.model.RuleState;
import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.rule.RuleChange.MissedRunRescheduled;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** A missed run shall run after all, later. */
public record RescheduleMissedRun(
        @TargetAggregateIdentifier String ruleId,
        String occurrenceId,
        Instant newStart,
        @Nullable String reason,
        Request request)
        implements Command {

    public static Outcome<RuleChange> decide(RescheduleMissedRun command, RuleState state) {
        return RuleAccess.changing(command.ruleId(), state, command.request(), _ -> rescheduled(command));
    }

    private static Outcome<RuleChange> rescheduled(RescheduleMissedRun command) {
        Request request = command.request();
        return command.newStart().isAfter(request.at())
                ? Outcome.accepted(new MissedRunRescheduled(
                        command.ruleId(),
                        command.occurrenceId(),
                        command.newStart(),
                        request.at(),
                        command.reason(),
                        request.caller().subject()))
                : Outcome.refused(new EventStartsInThePast("newStartDateTime"));
    }
}
