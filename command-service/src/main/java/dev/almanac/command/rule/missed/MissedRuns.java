package dev.almanac.command.rule.missed;

import dev.almanac.command.ledger.RunRow;
import dev.almanac.command.rejection.ActionIsNotAvailable;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.command.rule.model.RuleState.Kept;
import dev.almanac.events.OccurrenceId;
import dev.almanac.events.rule.RunTime;
import dev.almanac.recurrence.clock.Occurrence;
import java.time.Instant;
import java.util.Optional;

/** Whether a run waits for a person. */
final class MissedRuns {
    private MissedRuns() {}

    /** Why nobody can say what becomes of it; empty when it was missed. */
    static Optional<Rejection> refusal(Kept kept, String occurrenceId, Optional<RunRow> run, Instant now) {
        return run.isPresent()
                ? run.filter(row -> !row.isMissed()).map(MissedRuns::isUnderWay)
                : Optional.of(nominal(kept, occurrenceId)
                        .map(time -> notMissed(time, now))
                        .orElseGet(() -> new SubjectDoesNotExist("Run", occurrenceId)));
    }

    /** The run as the rule says it, wherever it was moved to; empty when the rule names none of that id. */
    static Optional<RunTime> nominal(Kept kept, String occurrenceId) {
        String suffix = OccurrenceId.timeOf(occurrenceId);
        return kept.profile()
                .series()
                .named(suffix)
                .filter(named -> !named.instant().isBefore(kept.profile().startInstant()))
                .map(named -> now(kept, occurrenceId, named));
    }

    private static RunTime now(Kept kept, String occurrenceId, Occurrence named) {
        return kept.moved()
                .of(occurrenceId)
                .map(moved -> new RunTime(occurrenceId, moved.nominal(), moved.startDateTime(), true))
                .orElseGet(() -> new RunTime(occurrenceId, named.nominal(), named.instant(), false));
    }

    private static Rejection isUnderWay(RunRow row) {
        return new ActionIsNotAvailable("The run was not missed: it is " + row.state());
    }

    private static Rejection notMissed(RunTime run, Instant now) {
        return new ActionIsNotAvailable(
                run.scheduledAt().isAfter(now)
                        ? "The run was not missed: it is planned for " + run.scheduledAt()
                        : "The run does not wait for anybody: it is over, or was never missed");
    }
}
