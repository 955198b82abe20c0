package dev.almanac.query.calendars.view;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.activity.ViewType;
import dev.almanac.query.calendars.CalendarView;
import dev.almanac.query.diary.EventItem;
import dev.almanac.query.http.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A calendar on a day, in a week or in a month.
 *
 * @param viewStartDate first local day shown
 * @param viewEndDate last local day shown
 * @param from start of the hours that are shown
 * @param till their end, exclusive
 * @param timeZone the zone of the local days and times
 * @param events those that are going on within the hours
 * @param outside those of the day that are not; only where a day is shown
 * @param eventCounts how many of the events touch each local day; each run of a rule that is always running counts
 */
record CalendarPage(
        String calendarId,
        String calendarName,
        ViewType viewType,
        LocalDate viewStartDate,
        LocalDate viewEndDate,
        Instant from,
        Instant till,
        String timeZone,
        List<EventItem> events,
        @Nullable List<EventItem> outside,
        SequencedMap<LocalDate, Long> eventCounts) {

    static CalendarPage of(
            CalendarView calendar, ViewType type, Span span, TimeSlot shown, ZoneId zone, List<EventItem> events) {
        Map<Boolean, List<EventItem>> within = events.stream()
                .collect(Collectors.partitioningBy(event -> event.slot().overlaps(shown)));
        return new CalendarPage(
                calendar.id(),
                calendar.profile().name(),
                type,
                span.first(),
                span.last(),
                shown.start(),
                shown.end(),
                zone.getId(),
                within.getOrDefault(true, List.of()),
                type == ViewType.DAILY ? within.getOrDefault(false, List.of()) : null,
                counts(span, zone, events));
    }

    private static SequencedMap<LocalDate, Long> counts(Span span, ZoneId zone, List<EventItem> events) {
        SequencedMap<LocalDate, Long> counts = new TreeMap<>();
        span.days().forEach(day -> {
            TimeSlot whole = new Span(day, day).whole(zone);
            counts.put(
                    day,
                    events.stream()
                            .filter(event -> event.slot().overlaps(whole))
                            .mapToLong(EventItem::count)
                            .sum());
        });
        return counts;
    }
}
