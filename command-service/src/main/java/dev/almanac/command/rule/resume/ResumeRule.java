package dev.almanac.command.rule.resume;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.rejection.ActionIsNotAvailable;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rule.model.RuleAccess;
import dev.almanac.command.rule.model.RuleState;
import dev.almanac.command.rule.model.RuleState.Kept;
import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.rule.RuleChange.RuleResumed;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Ends a pause, or makes a disabled rule active. */
public record ResumeRule(
        @TargetAggregateIdentifier String ruleId, @Nullable String reason, Request request) implements Command {

    /**
     * Refused as long as all rules are paused.
     *
     * @param allArePaused as long as that lasts, no rule runs
     */
    public static Outcome<RuleChange> decide(ResumeRule command, RuleState state, boolean allArePaused) {
        return RuleAccess.changing(
                command.ruleId(), state, command.request(), kept -> resumed(command, kept, allArePaused));
    }

    private static Outcome<RuleChange> resumed(ResumeRule command, Kept kept, boolean allArePaused) {
        Request request = command.request();
        return switch (kept) {
            case RuleState.Active _ -> Outcome.unchanged();
            case RuleState.Paused _, RuleState.Disabled _
            when allArePaused ->
                Outcome.refused(new ActionIsNotAvailable("All rules are paused, and only resume-all ends that"));
            case RuleState.Paused _, RuleState.Disabled _ ->
                Outcome.accepted(new RuleResumed(
                        command.ruleId(),
                        request.at(),
                        command.reason(),
                        request.caller().subject()));
        };
    }
}
