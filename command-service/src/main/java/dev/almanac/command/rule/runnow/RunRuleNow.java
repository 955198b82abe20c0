package dev.almanac.command.rule.runnow;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.Rejection.ActionIsNotAvailable;
import dev.almanac.command.rule.model.RuleAccess;
import dev.almanac.command.rule.model.RuleState;
import dev.almanac.command.rule.model.RuleState.Kept;
import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.rule.RuleChange.RunRequested;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** A run beside the recurrence. Whether one is going already, only the rule-expander knows: it refuses then. */
public record RunRuleNow(
        @TargetAggregateIdentifier String ruleId, @Nullable String reason, Request request) implements Command {

    private static final DateTimeFormatter SUFFIX =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    public static Outcome<RuleChange> decide(RunRuleNow command, RuleState state) {
        return RuleAccess.changing(command.ruleId(), state, command.request(), kept -> requested(command, kept));
    }

    public String occurrenceId() {
        return ruleId + "@" + SUFFIX.format(request.at());
    }

    private static Outcome<RuleChange> requested(RunRuleNow command, Kept kept) {
        Request request = command.request();
        return switch (kept) {
            case RuleState.Disabled _ -> Outcome.refused(new ActionIsNotAvailable("The rule is disabled"));
            case RuleState.Active _, RuleState.Paused _ ->
                Outcome.accepted(new RunRequested(
                        command.ruleId(),
                        command.occurrenceId(),
                        request.at(),
                        command.reason(),
                        request.caller().subject()));
        };
    }
}
