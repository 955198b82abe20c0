package dev.almanac.query.notifying;

import dev.almanac.events.notification.Notice;
import dev.almanac.events.notification.NoticeAction;
import dev.almanac.events.notification.NotificationCategory;
import dev.almanac.events.notification.NotificationType;
import dev.almanac.events.occurrence.OccurrenceChange;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceFailed;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceMissed;
import dev.almanac.events.occurrence.OccurrenceChange.RunChange;
import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.rule.RuleChange.RulePaused;
import dev.almanac.query.rules.RuleView;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whoever answers for a rule hears what went wrong with its runs, whoever noticed, and that others paused it. */
record OfRuns(Said said, Known known) {
    /** Of {@code JobTemplate.priority}: 1 is the highest of 10. */
    private static final int CRITICAL_MAX = 3;

    private static final int NORMAL_MAX = 7;

    Optional<Telling> of(OccurrenceChange change) {
        return switch (change) {
            case OccurrenceMissed c ->
                telling(
                        NotificationType.RUN_MISSED,
                        c,
                        c.reason().name(),
                        List.of(
                                NoticeAction.OPEN,
                                NoticeAction.APPROVE_BACKFILL,
                                NoticeAction.RESCHEDULE,
                                NoticeAction.DISCARD));
            case OccurrenceFailed c
            when c.nextAttemptAt() == null ->
                telling(NotificationType.RUN_FAILED, c, c.note().detail(), List.of(NoticeAction.OPEN));
            default -> Optional.empty();
        };
    }

    private Optional<Telling> telling(
            NotificationType type, RunChange run, @Nullable String reason, List<NoticeAction> actions) {
        return known.rule(run.seriesId())
                .map(rule -> telling(
                        type,
                        rule,
                        run.occurrenceId(),
                        reason,
                        new Notice.When(run.scheduledAt(), null, rule.profile().timeZone()),
                        actions,
                        known.peopleOf(rule)));
    }

    Optional<Telling> of(RuleChange change) {
        return change instanceof RulePaused paused
                ? known.rule(paused.ruleId())
                        .map(rule -> telling(
                                NotificationType.RULE_PAUSED,
                                rule,
                                rule.id(),
                                paused.reason(),
                                null,
                                List.of(NoticeAction.OPEN, NoticeAction.RESUME),
                                said.others(known.peopleOf(rule))))
                : Optional.empty();
    }

    private Telling telling(
            NotificationType type,
            RuleView rule,
            String subjectId,
            @Nullable String reason,
            Notice.@Nullable When when,
            List<NoticeAction> actions,
            Set<String> people) {
        return new Telling(
                said.metadata().id(),
                new Notice(
                        type,
                        category(rule),
                        said.because(reason),
                        new Notice.About(subjectId, rule.profile().name(), rule.queue(), known.ownerOf(rule)),
                        when,
                        actions),
                people);
    }

    /** As urgent as its job: what has a low priority is suppressed where nobody asks for it. */
    private static NotificationCategory category(RuleView rule) {
        int priority = rule.profile().jobTemplate().priority();
        return priority <= CRITICAL_MAX
                ? NotificationCategory.CRITICAL
                : priority <= NORMAL_MAX ? NotificationCategory.NORMAL : NotificationCategory.LOW;
    }
}
