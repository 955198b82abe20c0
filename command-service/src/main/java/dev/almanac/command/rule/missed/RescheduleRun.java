package dev.almanac.command.rule.missed;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.ledger.RunRow;
import dev.almanac.command.rejection.ActionIsNotAvailable;
import dev.almanac.command.rejection.EventStartsInThePast;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.Refusals;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.command.rule.model.RuleAccess;
import dev.almanac.command.rule.model.RuleState;
import dev.almanac.command.rule.model.RuleState.Disabled;
import dev.almanac.command.rule.model.RuleState.Kept;
import dev.almanac.events.OccurrenceId;
import dev.almanac.events.rule.MovedRuns;
import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.rule.RuleChange.MissedRunRescheduled;
import dev.almanac.events.rule.RuleChange.RunRescheduled;
import dev.almanac.events.rule.RunTime;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** One run shall be at another time: it lies ahead, or it was missed and shall run after all. */
public record RescheduleRun(
        @TargetAggregateIdentifier String ruleId,
        String occurrenceId,
        Instant newStart,
        @Nullable String reason,
        Request request)
        implements Command {
    /**
     * Refused for what neither lies ahead nor was missed.
     *
     * @param run where it stands, empty when nothing is known of it: it is over, lies ahead or never was
     */
    public static Outcome<RuleChange> decide(RescheduleRun command, RuleState state, Optional<RunRow> run) {
        return RuleAccess.changing(command.ruleId(), state, command.request(), kept -> decide(command, kept, run));
    }

    private static Outcome<RuleChange> decide(RescheduleRun command, Kept kept, Optional<RunRow> run) {
        Request request = command.request();
        Optional<RunTime> ahead = run.isPresent()
                ? Optional.empty()
                : MissedRuns.nominal(kept, command.occurrenceId())
                        .filter(time -> time.scheduledAt().isAfter(request.at()));
        return Refusals.firstOr(
                () -> ahead.map(time -> moved(command, kept, time))
                        .orElseGet(() -> Outcome.accepted(postponed(command))),
                () -> ahead.isPresent()
                        ? Optional.empty()
                        : MissedRuns.refusal(kept, command.occurrenceId(), run, request.at()),
                () -> inThePast(command));
    }

    private static Optional<Rejection> inThePast(RescheduleRun command) {
        return command.newStart().isAfter(command.request().at())
                ? Optional.empty()
                : Optional.of(new EventStartsInThePast("newStartDateTime"));
    }

    private static Outcome<RuleChange> moved(RescheduleRun command, Kept kept, RunTime ahead) {
        if (kept instanceof Disabled) {
            return Outcome.refused(new ActionIsNotAvailable("The rule is disabled"));
        }
        if (ahead.scheduledAt().equals(command.newStart())) {
            return Outcome.unchanged();
        }
        return kept.moved().forgetting(command.request().at()).runs().size() >= MovedRuns.MAX && !ahead.moved()
                ? Outcome.refused(new ActionIsNotAvailable("A rule has " + MovedRuns.MAX + " moved runs ahead at most"))
                : Outcome.accepted(change(command, kept, ahead));
    }

    private static RunRescheduled change(RescheduleRun command, Kept kept, RunTime ahead) {
        Request request = command.request();
        return new RunRescheduled(
                command.ruleId(),
                command.occurrenceId(),
                ahead.nominal(),
                nominalStart(command, kept),
                ahead.scheduledAt(),
                command.newStart(),
                request.at(),
                command.reason(),
                request.caller().subject());
    }

    private static Instant nominalStart(RescheduleRun command, Kept kept) {
        String suffix = OccurrenceId.timeOf(command.occurrenceId());
        return kept.profile().series().named(suffix).orElseThrow().instant();
    }

    private static MissedRunRescheduled postponed(RescheduleRun command) {
        Request request = command.request();
        return new MissedRunRescheduled(
                command.ruleId(),
                command.occurrenceId(),
                command.newStart(),
                request.at(),
                command.reason(),
                request.caller().subject());
    }
}
