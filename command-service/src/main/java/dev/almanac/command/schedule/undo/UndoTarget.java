package dev.almanac.command.schedule.undo;

import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduledEvent;
import java.time.Instant;
import java.util.List;

/**
 * What one command did to one event, and what happened to it since.
 *
 * @param by who asked for it
 */
public record UndoTarget(
        String scheduleId,
        String by,
        Instant at,
        ScheduledEvent before,
        ScheduledEvent after,
        List<ScheduleChange> since) {

    public UndoTarget {
        since = List.copyOf(since);
    }
}
