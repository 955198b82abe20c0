package dev.almanac.query.read.schedules;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;

import dev.almanac.events.schedule.ScheduleStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Which events and series a list shows.
 *
 * @param status cancelled ones are shown only when asked for
 * @param from a series is shown whenever it began before {@code till}: it may go on
 * @param q words in title, description or location, whatever their case
 */
record ScheduleFilter(
        @Nullable String calendarId,
        @Nullable String resourceId,
        @Nullable ScheduleStatus status,
        @Nullable String category,
        @Nullable Instant from,
        @Nullable Instant till,
        @Nullable String q) {
    static final String START = "view.booking.startDateTime";
    private static final List<String> ON_CALENDAR = Stream.of(ScheduleStatus.values())
            .filter(ScheduleStatus::isOnCalendar)
            .map(ScheduleStatus::name)
            .toList();

    Bson toBson() {
        List<Bson> filters = new ArrayList<>(List.of(exists(START)));
        filters.add(status == null ? in("view.status", ON_CALENDAR) : eq("view.status", status.name()));
        add(filters, "view.booking.calendarId", calendarId);
        add(filters, "view.details.resources.resourceId", resourceId);
        add(filters, "view.details.category", category);
        if (from != null) {
            filters.add(or(gt("view.booking.endDateTime", from), exists("view.booking.recurrence")));
        }
        if (till != null) {
            filters.add(lt(START, till));
        }
        if (q != null) {
            filters.add(containing(q));
        }
        return and(filters);
    }

    private static Bson containing(String words) {
        Pattern pattern = Pattern.compile(Pattern.quote(words), Pattern.CASE_INSENSITIVE);
        return or(
                regex("view.details.title", pattern),
                regex("view.details.description", pattern),
                regex("view.details.location", pattern));
    }

    private static void add(List<Bson> filters, String field, @Nullable String value) {
        if (value != null) {
            filters.add(eq(field, value));
        }
    }
}
