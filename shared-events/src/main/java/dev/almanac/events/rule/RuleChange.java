package dev.almanac.events.rule;

import dev.almanac.events.Change;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Changes of recurring rules, on {@code scheduling.rules.v1}, keyed by rule id. Each holds from its own instant on. */
public sealed interface RuleChange extends Change {

    String ruleId();

    @Override
    default String subject() {
        return ruleId();
    }

    record RuleCreated(String ruleId, RuleProfile profile, Instant createdAt, String createdBy) implements RuleChange {}

    /** The whole rule as it is from now on. */
    record RuleUpdated(String ruleId, RuleProfile profile, Instant updatedAt, String updatedBy) implements RuleChange {}

    /**
     * What falls into a pause is skipped.
     *
     * @param resumeAfter the pause ends by itself at this instant; null when it lasts until somebody resumes the rule
     * @param byPauseAll resume-all ends it
     */
    record RulePaused(
            String ruleId,
            Instant pausedAt,
            @Nullable Instant resumeAfter,
            boolean byPauseAll,
            @Nullable String reason,
            String pausedBy)
            implements RuleChange {}

    /** Ends a pause, or makes a disabled rule active. */
    record RuleResumed(
            String ruleId, Instant resumedAt, @Nullable String reason, String resumedBy) implements RuleChange {}

    record RuleDisabled(
            String ruleId, Instant disabledAt, @Nullable String reason, String disabledBy) implements RuleChange {}

    record RuleDeleted(
            String ruleId, Instant deletedAt, @Nullable String reason, String deletedBy) implements RuleChange {}

    /**
     * A run beside the recurrence. It is refused when the rule is running already.
     *
     * @param occurrenceId rule id, {@code @} and the instant of the request in UTC with milliseconds
     */
    record RunRequested(
            String ruleId,
            String occurrenceId,
            Instant requestedAt,
            @Nullable String reason,
            String requestedBy) implements RuleChange {}

    record BackfillApproved(
            String ruleId,
            String occurrenceId,
            Instant approvedAt,
            @Nullable String reason,
            String approvedBy) implements RuleChange {}

    record MissedRunDiscarded(
            String ruleId,
            String occurrenceId,
            Instant discardedAt,
            @Nullable String reason,
            String discardedBy) implements RuleChange {}

    /** A missed run is to run at another time after all. */
    record MissedRunRescheduled(
            String ruleId,
            String occurrenceId,
            Instant newStartDateTime,
            Instant rescheduledAt,
            @Nullable String reason,
            String rescheduledBy)
            implements RuleChange {}

    /**
     * A run that lies ahead is to be at another time; its id stays as it was.
     *
     * @param nominal the local time that the rule says
     * @param nominalStart the instant of that time
     * @param oldStartDateTime when it was to be until now: another time, if it was moved before
     */
    record RunRescheduled(
            String ruleId,
            String occurrenceId,
            LocalDateTime nominal,
            Instant nominalStart,
            Instant oldStartDateTime,
            Instant newStartDateTime,
            Instant rescheduledAt,
            @Nullable String reason,
            String rescheduledBy)
            implements RuleChange {}
}
