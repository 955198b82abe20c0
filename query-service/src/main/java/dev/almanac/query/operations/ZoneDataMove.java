package dev.almanac.query.operations;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a release of zone data made of an event or an occurrence of a series.
 *
 * @param id of the event or the occurrence
 * @param scheduleId of the event or the series
 * @param localStart what the clocks of {@code timeZone} are to show at its start; it stays
 * @param reason why it stayed; absent where it did not
 * @param inTheWay ids of the events and occurrences that hold its place
 */
record ZoneDataMove(
        Kind kind,
        String id,
        String scheduleId,
        String calendarId,
        String timeZone,
        LocalDateTime localStart,
        Instant fromStartDateTime,
        Instant fromEndDateTime,
        Instant toStartDateTime,
        Instant toEndDateTime,
        Outcome outcome,
        @Nullable String reason,
        List<String> inTheWay) {

    /** What it is. */
    enum Kind {
        EVENT,
        OCCURRENCE
    }

    /** What became of it. */
    enum Outcome {
        PENDING,
        MOVED,
        STAYED,
        CHANGED,
        DOUBTFUL
    }

    ZoneDataMove {
        inTheWay = List.copyOf(inTheWay);
    }
}
