package dev.almanac.query.events.schedules;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;

import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.query.diary.EventItem;
import dev.almanac.query.events.ScheduleView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Which events and series a list shows.
 *
 * @param status cancelled ones are shown only when asked for
 * @param from with {@code till}: what takes place then, at least in part; a series does with any of its occurrences
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
    static final String ENTRY_START = "view.startDateTime";
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
            filters.add(gt("view.lastEnd", from));
        }
        if (till != null) {
            filters.add(lt(START, till));
        }
        if (q != null) {
            filters.add(containing(q));
        }
        return and(filters);
    }

    /** What the query leaves open: whether a series has an occurrence in the window, or only before and behind it. */
    boolean admits(ScheduleView schedule) {
        return !schedule.booking().recurs()
                || schedule.slots()
                        .anyMatch(slot -> (from == null || slot.end().isAfter(from))
                                && (till == null || slot.start().isBefore(till)));
    }

    /** The same of one slot, which was found by when it is. */
    boolean admits(EventItem item) {
        return (status == null || status == item.status())
                && (calendarId == null || calendarId.equals(item.calendarId()))
                && (category == null || category.equals(item.category()))
                && (resourceId == null
                        || item.resources().stream()
                                .anyMatch(claim -> claim.resourceId().equals(resourceId)))
                && (q == null
                        || Stream.of(item.title(), item.description(), item.location())
                                .filter(Objects::nonNull)
                                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(q.toLowerCase(Locale.ROOT))));
    }

    /** Slots by when they are, and on which calendar or resource. */
    Bson ofEntries() {
        List<Bson> filters = new ArrayList<>(List.of(exists(ENTRY_START)));
        add(filters, "view.calendarId", calendarId);
        add(filters, "view.resources.resourceId", resourceId);
        if (from != null) {
            filters.add(gt("view.endDateTime", from));
        }
        if (till != null) {
            filters.add(lt(ENTRY_START, till));
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
