package dev.almanac.command.rule.model;

import dev.almanac.command.access.Request;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.Rejection.CallerMayNot;
import dev.almanac.command.rejection.Rejection.SubjectDoesNotExist;
import dev.almanac.command.rule.model.RuleState.Absent;
import dev.almanac.command.rule.model.RuleState.Deleted;
import dev.almanac.command.rule.model.RuleState.Kept;
import dev.almanac.events.rule.RuleChange;
import java.util.function.Function;

/** A rule is changed by who created it, and by managers. */
public final class RuleAccess {
    private RuleAccess() {}

    /** Asks for a decision on the rule as it is at the request's instant, if the caller may change it. */
    public static Outcome<RuleChange> changing(
            String ruleId, RuleState state, Request request, Function<Kept, Outcome<RuleChange>> decision) {
        return switch (state) {
            case Absent _, Deleted _ -> Outcome.refused(new SubjectDoesNotExist("Recurring rule", ruleId));
            case Kept kept
            when request.caller().isManager()
                    || kept.createdBy().equals(request.caller().subject()) -> decision.apply(kept.at(request.at()));
            case Kept _ -> Outcome.refused(new CallerMayNot("The rule was created by somebody else"));
        };
    }
}
