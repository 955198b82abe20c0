package dev.almanac.query.read.history;

import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.ChangeUndone;
import dev.almanac.events.schedule.ScheduleChange.EventRemovedFromCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventRescheduled;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventUpdated;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceCancelled;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceRescheduled;
import dev.almanac.events.schedule.ScheduleChange.ScheduleConfirmed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a change says of its cause, and of which occurrence it speaks. */
record Why(
        @Nullable String reason,
        @Nullable String undoes,
        @Nullable String occurrenceId) {

    static Why of(ScheduleChange change) {
        return switch (change) {
            case EventScheduledOnCalendar _, EventUpdated _ -> because(null);
            case EventRescheduled c -> because(c.reason());
            case EventRemovedFromCalendar c -> because(c.reason());
            case ScheduleConfirmed c -> because(c.reason());
            case OccurrenceRescheduled c -> new Why(c.reason(), null, c.occurrenceId());
            case OccurrenceCancelled c -> new Why(c.reason(), null, c.occurrenceId());
            case ChangeUndone c -> new Why(null, c.undoneChangeId(), null);
        };
    }

    /** Whether it touches what the id names: all changes touch the whole, those of other occurrences no occurrence. */
    boolean touches(String id, String seriesId) {
        return id.equals(seriesId)
                || Optional.ofNullable(occurrenceId).map(id::equals).orElse(true);
    }

    private static Why because(@Nullable String reason) {
        return new Why(reason, null, null);
    }
}
