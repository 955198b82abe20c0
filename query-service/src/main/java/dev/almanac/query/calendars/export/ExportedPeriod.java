package dev.almanac.query.calendars.export;

import dev.almanac.events.activity.ViewType;
import dev.almanac.query.conflicts.ConflictItem;
import dev.almanac.query.diary.EventItem;
import dev.almanac.query.http.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;

/**
 * A calendar on a day, in a week or in a month, for people.
 *
 * @param zone of local days and times
 * @param events by start
 * @param conflicts the open ones of those events
 */
record ExportedPeriod(
        String calendarName,
        ViewType type,
        Span span,
        ZoneId zone,
        List<EventItem> events,
        List<ConflictItem> conflicts,
        Instant madeAt) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    /** What the period is called. */
    String title() {
        return switch (type) {
            case DAILY -> span.first().format(DAY);
            case WEEKLY ->
                "Week %d, %s – %s"
                        .formatted(
                                span.first().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                                span.first().format(DATE),
                                span.last().format(DATE));
            case MONTHLY -> span.first().format(MONTH);
        };
    }

    static String dayTitle(LocalDate day) {
        return day.format(DAY);
    }
}
