package dev.almanac.query.runs;

import dev.almanac.events.rule.RunTime;
import dev.almanac.events.run.RunNote;
import dev.almanac.query.runs.PlanView.PlannedRun;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A run as clients see it, or a day of a rule that is always running.
 *
 * @param localDateTime the nominal time on the rule's wall clock
 * @param attempt 0 when it was never due
 * @param since when it came to stand where it stands
 * @param postponedTo when it is to run after all, if it was missed and a person said so
 * @param lane what is always running is shown as one entry a day
 * @param count how many runs the entry stands for
 * @param lastScheduledAt the last of them; absent for one
 */
public record RunItem(
        String occurrenceId,
        String ruleId,
        LocalDateTime localDateTime,
        Instant scheduledAt,
        RunState status,
        int attempt,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant postponedTo,
        @Nullable String reason,
        Instant since,
        RunNote note,
        Lane lane,
        long count,
        @Nullable Instant lastScheduledAt) {
    /** Where a screen draws it. */
    public enum Lane {
        SCHEDULED,
        /** A rule that runs more often than hourly. */
        ALWAYS_RUNNING
    }

    public static RunItem of(RunView run) {
        return new RunItem(
                run.id(),
                run.ruleId(),
                run.nominal(),
                run.scheduledAt(),
                run.state(),
                run.attempt(),
                run.nextAttemptAt(),
                run.postponedTo(),
                run.reason(),
                run.since(),
                run.note(),
                Lane.SCHEDULED,
                1,
                null);
    }

    static RunItem of(String ruleId, PlannedRun run) {
        return planned(
                run.occurrenceId(),
                ruleId,
                run.nominal(),
                run.scheduledAt(),
                RunState.SCHEDULED,
                Lane.SCHEDULED,
                1,
                null);
    }

    static RunItem of(String ruleId, RunTime run, RunState state) {
        return planned(run.occurrenceId(), ruleId, run.nominal(), run.scheduledAt(), state, Lane.SCHEDULED, 1, null);
    }

    static RunItem lane(
            String id, String ruleId, LocalDateTime local, Instant first, Instant last, RunState state, long count) {
        return planned(id, ruleId, local, first, state, Lane.ALWAYS_RUNNING, count, last);
    }

    private static RunItem planned(
            String id,
            String ruleId,
            LocalDateTime local,
            Instant at,
            RunState state,
            Lane lane,
            long count,
            @Nullable Instant last) {
        return new RunItem(id, ruleId, local, at, state, 0, null, null, null, at, RunNote.NONE, lane, count, last);
    }

    public boolean isLane() {
        return lane == Lane.ALWAYS_RUNNING;
    }

    /** For those who may not change its rule. */
    RunItem withoutLinks() {
        return new RunItem(
                occurrenceId,
                ruleId,
                localDateTime,
                scheduledAt,
                status,
                attempt,
                nextAttemptAt,
                postponedTo,
                reason,
                since,
                new RunNote(note.worker(), note.detail(), null, null),
                lane,
                count,
                lastScheduledAt);
    }

    public RunItem seenWith(boolean mayEdit) {
        return mayEdit ? this : withoutLinks();
    }
}
