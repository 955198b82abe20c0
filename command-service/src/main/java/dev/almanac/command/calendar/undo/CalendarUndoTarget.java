package dev.almanac.command.calendar.undo;

import dev.almanac.command.calendar.model.CalendarState;
import dev.almanac.events.calendar.CalendarChange;
import java.time.Instant;
import java.util.List;

/**
 * One change of a calendar, and what happened to it since.
 *
 * @param by who asked for it
 */
public record CalendarUndoTarget(
        String by, Instant at, CalendarState before, CalendarChange change, List<CalendarChange> since) {

    public CalendarUndoTarget {
        since = List.copyOf(since);
    }
}
