package dev.almanac.command.rule.runnow;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.rejection.ActionIsNotAvailable;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rule.model.RuleAccess;
import dev.almanac.command.rule.model.RuleState;
import dev.almanac.command.rule.model.RuleState.Kept;
import dev.almanac.events.OccurrenceId;
import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.rule.RuleChange.RunRequested;
import dev.almanac.events.rule.RuleOptions;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** A run beside the recurrence. */
public record RunRuleNow(
        @TargetAggregateIdentifier String ruleId, @Nullable String reason, Request request) implements Command {

    private static final DateTimeFormatter SUFFIX =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /**
     * Refused while the rule runs, unless its overlap policy admits another.
     *
     * @param going how many runs of the rule are going on, or about to
     */
    public static Outcome<RuleChange> decide(RunRuleNow command, RuleState state, int going) {
        return RuleAccess.changing(command.ruleId(), state, command.request(), kept -> requested(command, kept, going));
    }

    public String occurrenceId() {
        return OccurrenceId.of(ruleId, SUFFIX.format(request.at()));
    }

    private static Outcome<RuleChange> requested(RunRuleNow command, Kept kept, int going) {
        Request request = command.request();
        return switch (kept) {
            case RuleState.Disabled _ -> Outcome.refused(new ActionIsNotAvailable("The rule is disabled"));
            case RuleState.Active _, RuleState.Paused _
            when !admits(kept.profile().options(), going) -> Outcome.refused(new RuleIsRunning());
            case RuleState.Active _, RuleState.Paused _ ->
                Outcome.accepted(new RunRequested(
                        command.ruleId(),
                        command.occurrenceId(),
                        request.at(),
                        command.reason(),
                        request.caller().subject()));
        };
    }

    /** Beside those that are going, or once they have ended. */
    private static boolean admits(RuleOptions options, int going) {
        return options.admitsAnother(going - options.overlap().room());
    }
}
