package dev.almanac.query.diary;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.query.runs.RuleItem;
import dev.almanac.query.runs.RuleRun;
import dev.almanac.query.runs.RunItem;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Runs as lists and calendars show them. */
final class RunItems {
    private RunItems() {}

    /** A run on the calendar that is its rule's queue, or a day of a rule that is always running. */
    static EventItem item(RuleRun found, String calendarId, ConflictLevel level, ZoneId zone) {
        RunItem run = found.run();
        Instant last = run.lastScheduledAt() == null ? run.scheduledAt() : run.lastScheduledAt();
        TimeSlot slot = new TimeSlot(
                run.scheduledAt(), last.plusSeconds(found.rule().jobTemplate().timeoutSeconds()));
        ScheduleStatus status = switch (run.status()) {
            case SKIPPED, PAUSED, DISABLED -> ScheduleStatus.CANCELLED;
            case SCHEDULED, DUE, RUNNING, RETRYING, SUCCESS, FAILED, MISSED, POSTPONED -> ScheduleStatus.SCHEDULED;
        };
        EventItem.RunOnCalendar onCalendar =
                new EventItem.RunOnCalendar(run.isLane() ? null : run.status(), run.count(), run.postponedTo());
        return ofRule(run.occurrenceId(), found.rule(), calendarId, slot, status, level, onCalendar, zone);
    }

    private static EventItem ofRule(
            String id,
            RuleItem rule,
            String calendarId,
            TimeSlot slot,
            ScheduleStatus status,
            ConflictLevel level,
            EventItem.RunOnCalendar run,
            ZoneId zone) {
        return new EventItem(
                id,
                rule.id(),
                rule.version(),
                calendarId,
                null,
                rule.name(),
                rule.metadata().description(),
                null,
                slot.start(),
                slot.end(),
                slot.start().atZone(zone).toOffsetDateTime(),
                slot.end().atZone(zone).toOffsetDateTime(),
                rule.timeZone(),
                false,
                status,
                level,
                rule.jobTemplate().type(),
                rule.jobTemplate().priority(),
                rule.metadata().tags(),
                List.of(),
                true,
                false,
                run);
    }
}
