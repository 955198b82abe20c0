package dev.almanac.query.view.schedule;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.OccurrenceException.Cancelled;
import dev.almanac.events.schedule.OccurrenceException.Moved;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What differs for one occurrence of a series: it was cancelled, or takes place at another time. */
public record OccurrenceException(
        String occurrenceId,
        boolean cancelled,
        @Nullable Instant startDateTime,
        @Nullable Instant endDateTime,
        @Nullable EventDetails details,
        @Nullable String reason) {

    dev.almanac.events.schedule.OccurrenceException asPublished() {
        return cancelled
                ? new Cancelled()
                : new Moved(
                        new TimeSlot(Objects.requireNonNull(startDateTime), Objects.requireNonNull(endDateTime)),
                        details);
    }
}
