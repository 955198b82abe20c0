package dev.almanac.command.rule.create;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.Refusals;
import dev.almanac.command.rule.model.RuleDraft;
import dev.almanac.command.rule.model.RuleState;
import dev.almanac.command.rule.model.RuleTiming;
import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.rule.RuleChange.RuleCreated;
import dev.almanac.events.rule.RuleProfile;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

public record CreateRule(@TargetAggregateIdentifier String ruleId, RuleDraft draft, Request request)
        implements Command {

    public static Outcome<RuleChange> decide(CreateRule command, RuleState state) {
        return switch (state) {
            case RuleState.Absent _ -> created(command);
            case RuleState.Kept _, RuleState.Deleted _ -> Outcome.unchanged();
        };
    }

    private static Outcome<RuleChange> created(CreateRule command) {
        Instant now = command.request().at();
        LocalDateTime local =
                LocalDateTime.ofInstant(now, ZoneId.of(command.draft().timeZone()));
        RuleProfile profile = command.draft().countedFrom(local.truncatedTo(ChronoUnit.SECONDS));
        return Refusals.firstOr(
                () -> Outcome.accepted(new RuleCreated(
                        command.ruleId(),
                        profile,
                        now,
                        command.request().caller().subject())),
                () -> RuleTiming.refusal(profile, now));
    }
}
