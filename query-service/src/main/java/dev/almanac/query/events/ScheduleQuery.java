package dev.almanac.query.events;

import dev.almanac.events.schedule.ScheduleStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which events and series a list shows.
 *
 * @param status cancelled ones are shown only when asked for
 * @param from with {@code till}: what takes place then, at least in part; a series does with any of its occurrences
 * @param q words in title, description or location, whatever their case
 */
public record ScheduleQuery(
        @Nullable String calendarId,
        @Nullable String resourceId,
        @Nullable ScheduleStatus status,
        @Nullable String category,
        @Nullable Instant from,
        @Nullable Instant till,
        @Nullable String q) {}
