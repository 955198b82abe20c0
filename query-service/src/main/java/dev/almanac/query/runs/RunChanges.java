package dev.almanac.query.runs;

import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceDue;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceFailed;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceMissed;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencePostponed;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceSkipped;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceStarted;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceSucceeded;
import dev.almanac.events.occurrence.OccurrenceChange.RunChange;
import dev.almanac.events.occurrence.SkipReason;
import dev.almanac.events.run.RunNote;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A change of a run as a document of it. */
final class RunChanges {
    private RunChanges() {}

    static RunView run(RunChange change) {
        return switch (change) {
            case OccurrenceDue c -> because(c, RunState.DUE, c.dueAt(), c.reason());
            case OccurrenceStarted c -> noted(c, RunState.RUNNING, c.startedAt(), c.note(), null);
            case OccurrenceSucceeded c -> noted(c, RunState.SUCCESS, c.finishedAt(), c.note(), null);
            case OccurrenceFailed c
            when c.nextAttemptAt() == null -> noted(c, RunState.FAILED, c.failedAt(), c.note(), null);
            case OccurrenceFailed c -> noted(c, RunState.RETRYING, c.failedAt(), c.note(), c.nextAttemptAt());
            case OccurrenceMissed c -> because(c, RunState.MISSED, c.missedAt(), c.reason());
            case OccurrencePostponed c ->
                run(c, RunState.POSTPONED, c.postponedAt(), null, RunNote.NONE, null, c.postponedTo());
            case OccurrenceSkipped c -> because(c, state(c.reason()), c.skippedAt(), c.reason());
        };
    }

    private static RunView because(RunChange c, RunState state, Instant since, Enum<?> reason) {
        return run(c, state, since, reason.name(), RunNote.NONE, null, null);
    }

    private static RunView noted(
            RunChange c, RunState state, Instant since, RunNote note, @Nullable Instant nextAttemptAt) {
        return run(c, state, since, null, note, nextAttemptAt, null);
    }

    private static RunView run(
            RunChange c,
            RunState state,
            Instant since,
            @Nullable String reason,
            RunNote note,
            @Nullable Instant nextAttemptAt,
            @Nullable Instant postponedTo) {
        return new RunView(
                c.occurrenceId(),
                c.seriesId(),
                c.nominal(),
                c.scheduledAt(),
                state,
                c.attempt(),
                nextAttemptAt,
                reason,
                since,
                note,
                false,
                postponedTo);
    }

    private static RunState state(SkipReason reason) {
        return switch (reason) {
            case PAUSED -> RunState.PAUSED;
            case RULE_DISABLED -> RunState.DISABLED;
            case OVERLAP,
                    BUFFER_FULL,
                    CATCH_UP_NONE,
                    CATCH_UP_SUPERSEDED,
                    CATCH_UP_WINDOW,
                    ALREADY_RUNNING,
                    DISCARDED,
                    RULE_DELETED -> RunState.SKIPPED;
        };
    }
}
