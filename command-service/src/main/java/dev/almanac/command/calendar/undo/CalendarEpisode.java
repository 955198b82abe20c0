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
public record CalendarEpisode(
        String by, Instant at, CalendarState before, CalendarChange change, List<CalendarChange> since) {

    public CalendarEpisode {
        since = List.copyOf(since);
    }
}
