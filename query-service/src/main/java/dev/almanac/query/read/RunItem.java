package dev.almanac.query.read;

import dev.almanac.events.run.RunNote;
import dev.almanac.query.view.run.RunState;
import dev.almanac.query.view.run.RunView;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A run as clients see it.
 *
 * @param localDateTime the nominal time on the rule's wall clock
 * @param attempt 0 when it was never due
 * @param since when it came to stand where it stands
 */
public record RunItem(
        String occurrenceId,
        String ruleId,
        LocalDateTime localDateTime,
        Instant scheduledAt,
        RunState status,
        int attempt,
        @Nullable Instant nextAttemptAt,
        @Nullable String reason,
        Instant since,
        RunNote note) {

    public static RunItem of(RunView run) {
        return new RunItem(
                run.id(),
                run.ruleId(),
                run.nominal(),
                run.scheduledAt(),
                run.state(),
                run.attempt(),
                run.nextAttemptAt(),
                run.reason(),
                run.since(),
                run.note());
    }

    public RunItem with(RunState newStatus) {
        return new RunItem(
                occurrenceId,
                ruleId,
                localDateTime,
                scheduledAt,
                newStatus,
                attempt,
                nextAttemptAt,
                reason,
                since,
                note);
    }
}
