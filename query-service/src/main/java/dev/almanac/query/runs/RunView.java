package dev.almanac.query.runs;

import dev.almanac.events.run.RunNote;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One run of a rule, from when it was due.
 *
 * @param attempt 0 when it was never due
 * @param reason why it is due, was missed or skipped
 * @param since when it came to stand where it stands
 * @param postponedTo when it is to run after all, if it was missed and a person said so
 * @param freed whether it claims its slot no longer; a run that was missed claims none if it runs after all
 */
public record RunView(
        String id,
        String ruleId,
        LocalDateTime nominal,
        Instant scheduledAt,
        RunState state,
        int attempt,
        @Nullable Instant nextAttemptAt,
        @Nullable String reason,
        Instant since,
        RunNote note,
        boolean freed,
        @Nullable Instant postponedTo) {

    public RunView {
        note = note == null ? RunNote.NONE : note.withLinksOnly();
    }

    RunView withFreed(boolean whether) {
        return with(note, whether);
    }

    /** Where its logs are does not change because a later report says nothing of it; a new attempt has its own. */
    RunView after(@Nullable RunView before) {
        return before == null || state == RunState.RUNNING || !before.id.equals(id)
                ? this
                : with(note.over(before.note), freed);
    }

    private RunView with(RunNote newNote, boolean whetherFreed) {
        return new RunView(
                id,
                ruleId,
                nominal,
                scheduledAt,
                state,
                attempt,
                nextAttemptAt,
                reason,
                since,
                newNote,
                whetherFreed,
                postponedTo);
    }
}
