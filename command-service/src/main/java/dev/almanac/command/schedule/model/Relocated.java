package dev.almanac.command.schedule.model;

import dev.almanac.events.TimeSlot;
import org.jspecify.annotations.Nullable;

/**
 * From where to where something moved.
 *
 * @param from null where it was off its calendar
 * @param newSeriesId of a split the series that began; null otherwise
 */
public record Relocated(
        @Nullable TimeSlot from,
        TimeSlot to,
        String timeZone,
        @Nullable String newSeriesId) {}
