package dev.almanac.command.rule.update;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.Refusals;
import dev.almanac.command.rule.model.RuleAccess;
import dev.almanac.command.rule.model.RuleDraft;
import dev.almanac.command.rule.model.RuleState;
import dev.almanac.command.rule.model.RuleState.Kept;
import dev.almanac.command.rule.model.RuleTiming;
import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.rule.RuleChange.RuleUpdated;
import dev.almanac.events.rule.RuleProfile;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Replaces what a rule says. Its intervals go on being counted from where they were, unless it says otherwise. */
public record UpdateRule(@TargetAggregateIdentifier String ruleId, RuleDraft draft, Request request)
        implements Command {

    public static Outcome<RuleChange> decide(UpdateRule command, RuleState state) {
        return RuleAccess.changing(command.ruleId(), state, command.request(), kept -> updated(command, kept));
    }

    private static Outcome<RuleChange> updated(UpdateRule command, Kept kept) {
        RuleProfile profile = command.draft().countedFrom(kept.profile().start());
        if (profile.equals(kept.profile())) {
            return Outcome.unchanged();
        }
        Request request = command.request();
        return Refusals.firstOr(
                () -> Outcome.accepted(new RuleUpdated(
                        command.ruleId(),
                        profile,
                        request.at(),
                        request.caller().subject())),
                () -> RuleTiming.refusal(profile, request.at()));
    }
}
