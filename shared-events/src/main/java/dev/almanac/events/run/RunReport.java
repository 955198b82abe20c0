package dev.almanac.events.run;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.almanac.events.Change;
import dev.almanac.events.OccurrenceId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What workers report, on {@code scheduling.run-reports.v1}, keyed by series id. A report may be repeated; one of another
 * attempt than the one under way counts for nothing. What is noted may stand in {@code note} or beside it, as over HTTP;
 * another field, or a link that is not one of the web, makes a report unreadable.
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
        return OccurrenceId.isOne(occurrenceId()) ? OccurrenceId.seriesOf(occurrenceId()) : "";
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

        @JsonCreator
        static RunStarted said(
                @JsonProperty("occurrenceId") String occurrenceId,
                @JsonProperty("attempt") @Nullable Integer attempt,
                @JsonProperty("note") @Nullable RunNote note,
                @JsonProperty("worker") @Nullable String worker,
                @JsonProperty("detail") @Nullable String detail,
                @JsonProperty("logsUrl") @Nullable String logsUrl,
                @JsonProperty("sessionUrl") @Nullable String sessionUrl) {
            return new RunStarted(
                    occurrenceId, attempt, RunNote.said(note, new RunNote(worker, detail, logsUrl, sessionUrl)));
        }
    }

    record RunSucceeded(String occurrenceId, @Nullable Integer attempt, RunNote note) implements RunReport {
        public RunSucceeded {
            Objects.requireNonNull(occurrenceId, "occurrenceId");
            note = note == null ? RunNote.NONE : note;
        }

        @JsonCreator
        static RunSucceeded said(
                @JsonProperty("occurrenceId") String occurrenceId,
                @JsonProperty("attempt") @Nullable Integer attempt,
                @JsonProperty("note") @Nullable RunNote note,
                @JsonProperty("worker") @Nullable String worker,
                @JsonProperty("detail") @Nullable String detail,
                @JsonProperty("logsUrl") @Nullable String logsUrl,
                @JsonProperty("sessionUrl") @Nullable String sessionUrl) {
            return new RunSucceeded(
                    occurrenceId, attempt, RunNote.said(note, new RunNote(worker, detail, logsUrl, sessionUrl)));
        }
    }

    record RunFailed(String occurrenceId, @Nullable Integer attempt, RunNote note) implements RunReport {
        public RunFailed {
            Objects.requireNonNull(occurrenceId, "occurrenceId");
            note = note == null ? RunNote.NONE : note;
        }

        @JsonCreator
        static RunFailed said(
                @JsonProperty("occurrenceId") String occurrenceId,
                @JsonProperty("attempt") @Nullable Integer attempt,
                @JsonProperty("note") @Nullable RunNote note,
                @JsonProperty("worker") @Nullable String worker,
                @JsonProperty("detail") @Nullable String detail,
                @JsonProperty("logsUrl") @Nullable String logsUrl,
                @JsonProperty("sessionUrl") @Nullable String sessionUrl) {
            return new RunFailed(
                    occurrenceId, attempt, RunNote.said(note, new RunNote(worker, detail, logsUrl, sessionUrl)));
        }
    }
}
