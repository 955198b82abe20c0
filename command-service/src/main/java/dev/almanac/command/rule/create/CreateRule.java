package dev.almanac.command.rule.create;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.ledger.AllPaused;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.Refusals;
import dev.almanac.command.rule.model.RuleDraft;
import dev.almanac.command.rule.model.RuleState;
import dev.almanac.command.rule.model.RuleTiming;
import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.rule.RuleChange.RuleCreated;
import dev.almanac.events.rule.RuleChange.RulePaused;
import dev.almanac.events.rule.RuleProfile;
import dev.almanac.recurrence.Every;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

public record CreateRule(@TargetAggregateIdentifier String ruleId, RuleDraft draft, Request request)
        implements Command {

    /**
     * Paused from the start if all rules are.
     *
     * @param all that all rules are paused: then this one is, too, from the start
     */
    public static Outcome<RuleChange> decide(CreateRule command, RuleState state, Optional<AllPaused> all) {
        return switch (state) {
            case RuleState.Absent _ -> created(command, all);
            case RuleState.Kept _, RuleState.Deleted _ -> Outcome.unchanged();
        };
    }

    private static Outcome<RuleChange> created(CreateRule command, Optional<AllPaused> all) {
        Instant now = command.request().at();
        RuleProfile profile = command.draft().countedFrom(start(command));
        return Refusals.firstOr(
                () -> Outcome.accepted(changes(command, profile, all)), () -> RuleTiming.refusal(profile, now));
    }

    private static List<RuleChange> changes(CreateRule command, RuleProfile profile, Optional<AllPaused> all) {
        Request request = command.request();
        List<RuleChange> changes = new ArrayList<>();
        changes.add(new RuleCreated(
                command.ruleId(), profile, request.at(), request.caller().subject()));
        all.ifPresent(paused -> changes.add(paused(command, paused)));
        return changes;
    }

    /**
     * The next whole minute, so that what is counted from there runs from there, and not at the second at which somebody
     * happened to ask. What has an anchor of its own is not counted from the start, and may run before that minute.
     */
    private static LocalDateTime start(CreateRule command) {
        Instant now = command.request().at();
        Instant start = command.draft().recurrence() instanceof Every every && every.anchor() != null
                ? now.truncatedTo(ChronoUnit.SECONDS)
                : now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        return LocalDateTime.ofInstant(start, ZoneId.of(command.draft().timeZone()));
    }

    private static RulePaused paused(CreateRule command, AllPaused all) {
        return new RulePaused(command.ruleId(), command.request().at(), null, true, all.reason(), all.by());
    }
}
