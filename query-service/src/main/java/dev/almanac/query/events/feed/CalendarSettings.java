package dev.almanac.query.events.feed;

import dev.almanac.query.http.Page;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * What a user interface needs to know before it draws a calendar.
 *
 * @param calendarViewsEnabled false where only lists are answered
 */
record CalendarSettings(
        boolean calendarViewsEnabled,
        String defaultTimezone,
        List<String> supportedTimezones,
        TimeZoneData timeZoneData,
        ViewSettings viewSettings,
        Limits limits) {

    /** SCH-040, SCH-041. */
    record ViewSettings(
            String defaultView,
            String weekStart,
            String timeFormat,
            String dayStart,
            String dayEnd,
            Map<String, String> densityColors) {}

    record Limits(int maxWindowDays, int maxItemsPerPage) {}

    static CalendarSettings of(boolean calendarViewsEnabled, TimeZoneData timeZoneData, int maxWindowDays) {
        return new CalendarSettings(
                calendarViewsEnabled,
                "UTC",
                ZoneId.getAvailableZoneIds().stream().sorted().toList(),
                timeZoneData,
                new ViewSettings(
                        "week",
                        "monday",
                        "24h",
                        "06:00",
                        "23:00",
                        Map.of("low", "#e8f5e8", "medium", "#a5d6a7", "high", "#66bb6a", "critical", "#ef5350")),
                new Limits(maxWindowDays, Page.LIMIT_MAX));
    }
}
