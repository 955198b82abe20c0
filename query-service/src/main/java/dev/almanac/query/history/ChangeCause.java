package dev.almanac.query.history;

import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.ChangeUndone;
import dev.almanac.events.schedule.ScheduleChange.EventRemovedFromCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventRescheduled;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventUpdated;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceCancelled;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceConfirmed;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceRescheduled;
import dev.almanac.events.schedule.ScheduleChange.ScheduleConfirmed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a change says of its cause, of which occurrence it speaks, and where a series was split. */
public record ChangeCause(
        @Nullable String reason,
        @Nullable String undoes,
        @Nullable String occurrenceId,
        @Nullable String splitFrom,
        @Nullable String splitInto) {

    public static ChangeCause of(ScheduleChange change) {
        return switch (change) {
            case EventScheduledOnCalendar c -> new ChangeCause(c.reason(), null, null, c.splitFrom(), null);
            case EventUpdated c -> new ChangeCause(c.reason(), null, null, null, c.splitInto());
            case EventRescheduled c -> because(c.reason());
            case EventRemovedFromCalendar c -> because(c.reason());
            case ScheduleConfirmed c -> because(c.reason());
            case OccurrenceConfirmed c -> of(c.reason(), c.occurrenceId());
            case OccurrenceRescheduled c -> of(c.reason(), c.occurrenceId());
            case OccurrenceCancelled c -> of(c.reason(), c.occurrenceId());
            case ChangeUndone c -> new ChangeCause(null, c.undoneChangeId(), null, null, null);
        };
    }

    /** Whether it touches what the id names: all changes touch the whole, those of other occurrences no occurrence. */
    boolean touches(String id, String seriesId) {
        return id.equals(seriesId)
                || Optional.ofNullable(occurrenceId).map(id::equals).orElse(true);
    }

    private static ChangeCause of(@Nullable String reason, @Nullable String occurrenceId) {
        return new ChangeCause(reason, null, occurrenceId, null, null);
    }

    private static ChangeCause because(@Nullable String reason) {
        return of(reason, null);
    }
}
