package dev.almanac.query.read.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.almanac.query.read.EventItem;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * An event in FullCalendar's own shape.
 *
 * @param groupId the series of an occurrence, so that its events move together
 * @param start a local date for events of whole days, else an ISO date-time with offset
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

    static FeedEvent of(EventItem item) {
        boolean occurrence = !item.id().equals(item.scheduleId());
        ZoneId own = ZoneId.of(item.timeZone());
        return new FeedEvent(
                item.id(),
                occurrence ? item.scheduleId() : null,
                item.title(),
                item.allDay()
                        ? item.startDateTime().atZone(own).toLocalDate().toString()
                        : item.localStart().toString(),
                item.allDay()
                        ? item.endDateTime().atZone(own).toLocalDate().toString()
                        : item.localEnd().toString(),
                item.allDay(),
                item);
    }
}
