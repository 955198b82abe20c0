package dev.almanac.terminal.calendar;

import java.util.Set;

/** Which calendars and queues are shown; all where none is named. */
public record Filter(Set<String> calendarIds, Set<String> queues) {
    public static final Filter ALL = new Filter(Set.of(), Set.of());

    public Filter {
        calendarIds = Set.copyOf(calendarIds);
        queues = Set.copyOf(queues);
    }

    public boolean isAll() {
        return calendarIds.isEmpty() && queues.isEmpty();
    }

    public int size() {
        return calendarIds.size() + queues.size();
    }
}
