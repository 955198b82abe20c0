package dev.almanac.query.view.run;

import dev.almanac.events.Change;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceDue;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceFailed;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceMissed;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencePostponed;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceSkipped;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceStarted;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceSucceeded;
import dev.almanac.events.occurrence.SkipReason;
import dev.almanac.events.run.RunNote;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A change of a run as a document of it. */
final class RunChanges {
    private RunChanges() {}

    static Optional<RunView> run(Change change) {
        return Optional.ofNullable(view(change));
    }

    private static @Nullable RunView view(Change change) {
        return switch (change) {
            case OccurrenceDue c ->
                new RunView(
                        c.occurrenceId(),
                        c.seriesId(),
                        c.nominal(),
                        c.scheduledAt(),
                        RunState.DUE,
                        c.attempt(),
                        null,
                        c.reason().name(),
                        c.dueAt(),
                        RunNote.NONE,
                        false,
                        null);
            case OccurrenceStarted c ->
                new RunView(
                        c.occurrenceId(),
                        c.seriesId(),
                        c.nominal(),
                        c.scheduledAt(),
                        RunState.RUNNING,
                        c.attempt(),
                        null,
                        null,
                        c.startedAt(),
                        c.note(),
                        false,
                        null);
            case OccurrenceSucceeded c ->
                new RunView(
                        c.occurrenceId(),
                        c.seriesId(),
                        c.nominal(),
                        c.scheduledAt(),
                        RunState.SUCCESS,
                        c.attempt(),
                        null,
                        null,
                        c.finishedAt(),
                        c.note(),
                        false,
                        null);
            case OccurrenceFailed c ->
                new RunView(
                        c.occurrenceId(),
                        c.seriesId(),
                        c.nominal(),
                        c.scheduledAt(),
                        c.nextAttemptAt() == null ? RunState.FAILED : RunState.RETRYING,
                        c.attempt(),
                        c.nextAttemptAt(),
                        null,
                        c.failedAt(),
                        c.note(),
                        false,
                        null);
            case OccurrenceMissed c ->
                new RunView(
                        c.occurrenceId(),
                        c.seriesId(),
                        c.nominal(),
                        c.scheduledAt(),
                        RunState.MISSED,
                        c.attempt(),
                        null,
                        c.reason().name(),
                        c.missedAt(),
                        RunNote.NONE,
                        false,
                        null);
            case OccurrencePostponed c ->
                new RunView(
                        c.occurrenceId(),
                        c.seriesId(),
                        c.nominal(),
                        c.scheduledAt(),
                        RunState.POSTPONED,
                        0,
                        null,
                        null,
                        c.postponedAt(),
                        RunNote.NONE,
                        false,
                        c.postponedTo());
            case OccurrenceSkipped c ->
                new RunView(
                        c.occurrenceId(),
                        c.seriesId(),
                        c.nominal(),
                        c.scheduledAt(),
                        state(c.reason()),
                        0,
                        null,
                        c.reason().name(),
                        c.skippedAt(),
                        RunNote.NONE,
                        false,
                        null);
            default -> null;
        };
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
