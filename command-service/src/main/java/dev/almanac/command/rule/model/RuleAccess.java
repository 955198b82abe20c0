package dev.almanac.command.rule.model;

import dev.almanac.command.access.Caller;
import dev.almanac.command.access.Request;
import dev.almanac.command.rejection.CallerMayNot;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.command.rule.model.RuleState.Absent;
import dev.almanac.command.rule.model.RuleState.Deleted;
import dev.almanac.command.rule.model.RuleState.Kept;
import dev.almanac.events.rule.RuleChange;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** A rule is changed by who created it, by who may book on the calendar that is its queue, and by managers. */
public final class RuleAccess {
    private RuleAccess() {}

    /** Asks for a decision on the rule as it is at the request's instant. */
    public static Outcome<RuleChange> changing(
            String ruleId, RuleState state, Request request, Function<Kept, Outcome<RuleChange>> decision) {
        return switch (state) {
            case Absent _, Deleted _ -> Outcome.refused(new SubjectDoesNotExist("Recurring rule", ruleId));
            case Kept kept -> decision.apply(kept.at(request.at()));
        };
    }

    /**
     * Why the caller may not change the rule; empty when they may, or when there is none.
     *
     * @param books whether the caller may book on the calendar that has this id
     */
    public static Optional<Rejection> refusal(RuleState state, Caller caller, Predicate<String> books) {
        return switch (state) {
            case Absent _ -> Optional.empty();
            case Deleted(var createdBy, var queue) -> refusal(createdBy, queue, caller, books);
            case Kept kept -> refusal(kept.createdBy(), kept.profile().queue(), caller, books);
        };
    }

    public static Optional<Rejection> refusal(String createdBy, String queue, Caller caller, Predicate<String> books) {
        return caller.isManager() || createdBy.equals(caller.subject()) || books.test(queue)
                ? Optional.empty()
                : Optional.of(new CallerMayNot(
                        "The rule was created by somebody else, and its queue is no calendar that is shared with you so that"
                                + " you may book on it"));
    }
}
