package dev.almanac.query.events;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.OccurrenceException.Cancelled;
import dev.almanac.events.schedule.OccurrenceException.Moved;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.events.schedule.ScheduledEvent.Booked;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What differs for one occurrence of a series: it was cancelled, takes place at another time, or was confirmed by itself.
 *
 * @param startDateTime null where it is where the series says
 * @param confirmed true when it was; null otherwise
 */
public record OccurrenceException(
        String occurrenceId,
        boolean cancelled,
        @Nullable Instant startDateTime,
        @Nullable Instant endDateTime,
        @Nullable EventDetails details,
        @Nullable String reason,
        @Nullable Boolean confirmed) {

    /** One that departs from its series, or was confirmed by itself. */
    static OccurrenceException of(String occurrenceId, Booked event, @Nullable String reason) {
        Boolean confirmed = event.confirmed().contains(occurrenceId) ? true : null;
        return switch (event.exceptions().get(occurrenceId)) {
            case Cancelled _ -> new OccurrenceException(occurrenceId, true, null, null, null, reason, null);
            case Moved moved ->
                new OccurrenceException(
                        occurrenceId,
                        false,
                        moved.slot().start(),
                        moved.slot().end(),
                        moved.details(),
                        reason,
                        confirmed);
            case null -> new OccurrenceException(occurrenceId, false, null, null, null, reason, confirmed);
        };
    }

    /** Whether its slot or its details are not those of the series. */
    boolean departs() {
        return cancelled || startDateTime != null;
    }

    /** What its status is where the series has this one. */
    public ScheduleStatus statusIn(ScheduleStatus series) {
        return Boolean.TRUE.equals(confirmed) ? ScheduleStatus.CONFIRMED : series;
    }

    dev.almanac.events.schedule.OccurrenceException asPublished() {
        return cancelled
                ? new Cancelled()
                : new Moved(
                        new TimeSlot(Objects.requireNonNull(startDateTime), Objects.requireNonNull(endDateTime)),
                        details);
    }
}
