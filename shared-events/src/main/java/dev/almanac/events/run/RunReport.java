package dev.almanac.events.run;

import dev.almanac.events.Change;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What workers report, on {@code scheduling.run-reports.v1}, keyed by series id. A report may be repeated; one of another
 * attempt than the one under way counts for nothing.
 */
public sealed interface RunReport extends Change {

    String occurrenceId();

    /** The attempt that is meant; null means the one under way. */
    @Nullable
    Integer attempt();

    RunNote note();

    /** The series that the occurrence belongs to. */
    @Override
    default String subject() {
        return occurrenceId().substring(0, Math.max(0, occurrenceId().indexOf('@')));
    }

    @Override
    default boolean derived() {
        return true;
    }

    record RunStarted(String occurrenceId, @Nullable Integer attempt, RunNote note) implements RunReport {
        public RunStarted {
            Objects.requireNonNull(occurrenceId, "occurrenceId");
            note = note == null ? RunNote.NONE : note;
        }
    }

    record RunSucceeded(String occurrenceId, @Nullable Integer attempt, RunNote note) implements RunReport {
        public RunSucceeded {
            Objects.requireNonNull(occurrenceId, "occurrenceId");
            note = note == null ? RunNote.NONE : note;
        }
    }

    record RunFailed(String occurrenceId, @Nullable Integer attempt, RunNote note) implements RunReport {
        public RunFailed {
            Objects.requireNonNull(occurrenceId, "occurrenceId");
            note = note == null ? RunNote.NONE : note;
        }
    }
}
