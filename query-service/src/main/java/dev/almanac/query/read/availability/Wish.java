package dev.almanac.query.read.availability;

import dev.almanac.events.TimeSlot;
import dev.almanac.query.http.Fields;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When something is wanted, and how far apart from what else is on it. */
record Wish(TimeSlot slot, Duration buffer) {
    /** SCH-032. */
    static final int BUFFER_MINUTES = 15;

    private static final int BUFFER_MINUTES_MAX = 1440;
    static final Duration LONGEST = Duration.ofDays(31);

    static Wish of(
            Fields fields,
            @Nullable String startDateTime,
            @Nullable String endDateTime,
            @Nullable Integer bufferMinutes) {
        Instant start = fields.instant("startDateTime", startDateTime).orElse(Instant.EPOCH);
        Instant end = fields.instant("endDateTime", endDateTime).orElse(start);
        Duration buffer = buffer(fields, bufferMinutes);
        fields.check();
        if (!start.isBefore(end) || Duration.between(start, end).compareTo(LONGEST) > 0) {
            fields.error("endDateTime", "must be after startDateTime, by " + LONGEST.toDays() + " days at most");
        }
        fields.check();
        return new Wish(new TimeSlot(start, end), buffer);
    }

    static Duration buffer(Fields fields, @Nullable Integer minutes) {
        return Duration.ofMinutes(fields.range("bufferMinutes", minutes, BUFFER_MINUTES, 0, BUFFER_MINUTES_MAX));
    }
}
