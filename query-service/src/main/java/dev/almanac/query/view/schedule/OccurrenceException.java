package dev.almanac.query.view.schedule;

import dev.almanac.events.schedule.EventDetails;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What differs for one occurrence of a series: it was cancelled, or takes place at another time. */
public record OccurrenceException(
        String occurrenceId,
        boolean cancelled,
        @Nullable Instant startDateTime,
        @Nullable Instant endDateTime,
        @Nullable EventDetails details,
        @Nullable String reason) {}
