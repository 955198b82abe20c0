package dev.almanac.query.history;

import dev.almanac.events.Change;
import dev.almanac.events.calendar.CalendarChange;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictCleared;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictDetected;
import dev.almanac.events.rule.RuleChange.RuleCreated;
import dev.almanac.events.rule.RuleChange.RuleUpdated;
import dev.almanac.events.schedule.ScheduleChange.EventRemovedFromCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventUpdated;
import org.jspecify.annotations.Nullable;

/** On which calendar a change says that its subject is from then on; most say nothing of it. */
final class NamedCalendar {
    private NamedCalendar() {}

    static @Nullable String of(Change change) {
        return switch (change) {
            case CalendarChange c -> c.calendarId();
            case EventScheduledOnCalendar c -> c.booking().calendarId();
            case EventUpdated c -> c.booking().calendarId();
            case EventRemovedFromCalendar c -> c.calendarId();
            case RuleCreated c -> c.profile().queue();
            case RuleUpdated c -> c.profile().queue();
            case ScheduleConflictDetected c -> c.calendarId();
            case ScheduleConflictCleared c -> c.calendarId();
            default -> null;
        };
    }
}
