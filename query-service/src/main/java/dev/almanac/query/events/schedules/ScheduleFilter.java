package dev.almanac.query.events.schedules;

import dev.almanac.query.diary.EventItem;
import dev.almanac.query.events.ScheduleQuery;
import dev.almanac.query.events.ScheduleView;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** What the store leaves open of a question. */
record ScheduleFilter(ScheduleQuery query) {

    /** Whether a series has an occurrence in the window, or only before and behind it. */
    boolean admits(ScheduleView schedule) {
        return !schedule.booking().recurs()
                || schedule.slots()
                        .anyMatch(slot -> (query.from() == null || slot.end().isAfter(query.from()))
                                && (query.till() == null || slot.start().isBefore(query.till())));
    }

    /** The same of one slot, which was found by when it is. */
    boolean admits(EventItem item) {
        String words = query.q();
        return (query.status() == null || query.status() == item.status())
                && (query.calendarId() == null || query.calendarId().equals(item.calendarId()))
                && (query.category() == null || query.category().equals(item.category()))
                && (query.resourceId() == null
                        || item.resources().stream()
                                .anyMatch(claim -> claim.resourceId().equals(query.resourceId())))
                && (words == null
                        || Stream.of(item.title(), item.description(), item.location())
                                .filter(Objects::nonNull)
                                .anyMatch(text ->
                                        text.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT))));
    }
}
