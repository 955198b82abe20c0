package dev.almanac.query.events.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.almanac.query.diary.EventItem;
import dev.almanac.recurrence.KnownZone;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An event in FullCalendar's own shape.
 *
 * @param groupId the series of an occurrence, so that its events move together
 * @param start a local date for events of whole days, else an RFC 3339 date-time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FeedEvent(
        String id,
        @Nullable String groupId,
        String title,
        String start,
        String end,
        boolean allDay,
        EventItem extendedProps) {
    /** With seconds, which {@code toString} leaves out where there are none, and without those of ancient offsets. */
    private static final DateTimeFormatter RFC_3339 = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendOffset("+HH:MM", "Z")
            .toFormatter(Locale.ROOT);

    static FeedEvent of(EventItem item) {
        boolean occurrence = !item.id().equals(item.scheduleId());
        ZoneId own = KnownZone.orUtc(item.timeZone());
        return new FeedEvent(
                item.id(),
                occurrence ? item.scheduleId() : null,
                item.title(),
                item.allDay()
                        ? item.startDateTime().atZone(own).toLocalDate().toString()
                        : RFC_3339.format(item.localStart()),
                item.allDay()
                        ? item.endDateTime().atZone(own).toLocalDate().toString()
                        : RFC_3339.format(item.localEnd()),
                item.allDay(),
                item);
    }
}
