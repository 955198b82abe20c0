package dev.almanac.query.history;

import java.util.Set;

/**
 * What may be found by an index of all that concerns some calendars.
 *
 * @param subjects of which some change names one of the calendars; they may have been elsewhere, too
 */
public record OnCalendars(Set<String> calendarIds, Set<String> subjects) {
    public OnCalendars {
        calendarIds = Set.copyOf(calendarIds);
        subjects = Set.copyOf(subjects);
    }
}
