package dev.almanac.query.events.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.feed.FeedChange.CalendarEntryPublished;
import dev.almanac.query.diary.EventItem;
import dev.almanac.recurrence.KnownZone;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An event in FullCalendar's own shape.
 *
 * @param id of a provider's entry its type, a colon and the provider's own id
 * @param groupId the series of an occurrence, so that its events move together
 * @param start a local date for events of whole days, else an RFC 3339 date-time
 * @param url where a provider shows its entry
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FeedEvent(
        String id,
        @Nullable String groupId,
        String title,
        String start,
        String end,
        boolean allDay,
        @Nullable String url,
        FeedProps extendedProps) {
    /** With seconds, which {@code toString} leaves out where there are none, and without those of ancient offsets. */
    private static final DateTimeFormatter RFC_3339 = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendOffset("+HH:MM", "Z")
            .toFormatter(Locale.ROOT);

    static FeedEvent of(EventItem item, FeedProps props, ZoneId zone) {
        boolean occurrence = !item.id().equals(item.scheduleId());
        Ends ends = Ends.of(item.slot(), item.allDay(), item.timeZone(), zone);
        return new FeedEvent(
                item.id(),
                occurrence ? item.scheduleId() : null,
                item.title(),
                ends.start(),
                ends.end(),
                item.allDay(),
                null,
                props);
    }

    static FeedEvent of(CalendarEntryPublished entry, FeedMetadata metadata, ZoneId zone) {
        Ends ends = Ends.of(entry.slot(), entry.coversDays(), entry.timeZone(), zone);
        return new FeedEvent(
                entry.subject(),
                null,
                entry.title(),
                ends.start(),
                ends.end(),
                entry.coversDays(),
                entry.url(),
                FeedProps.of(entry, metadata));
    }

    private record Ends(String start, String end) {

        private static Ends of(TimeSlot slot, boolean days, @Nullable String own, ZoneId asked) {
            ZoneId zone = days ? KnownZone.orUtc(own == null ? "UTC" : own) : asked;
            return new Ends(text(slot.start(), days, zone), text(slot.end(), days, zone));
        }

        private static String text(Instant instant, boolean day, ZoneId zone) {
            return day
                    ? instant.atZone(zone).toLocalDate().toString()
                    : RFC_3339.format(instant.atZone(zone).toOffsetDateTime());
        }
    }
}
