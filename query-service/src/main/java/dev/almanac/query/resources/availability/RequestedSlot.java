package dev.almanac.query.resources.availability;

import dev.almanac.events.TimeSlot;
import dev.almanac.query.lanes.Buffers;
import dev.almanac.web.Fields;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When something is wanted, how far apart from what else is on it, and what of that does not count. */
record RequestedSlot(TimeSlot slot, Duration buffer, Excluded excluding) {
    private static final int BUFFER_MINUTES_MAX = 1440;
    static final Duration LONGEST = Duration.ofDays(31);

    static RequestedSlot of(
            Fields fields,
            @Nullable String startDateTime,
            @Nullable String endDateTime,
            @Nullable String timeZone,
            @Nullable Integer bufferMinutes,
            @Nullable List<@Nullable String> excluding) {
        String zone = fields.optionalZone("timeZone", timeZone);
        Instant start = fields.instant("startDateTime", startDateTime, zone);
        Instant end = fields.instant("endDateTime", endDateTime, zone);
        Excluded excluded = Excluded.of(fields, excluding);
        Duration buffer = buffer(fields, bufferMinutes);
        fields.check();
        if (!start.isBefore(end) || Duration.between(start, end).compareTo(LONGEST) > 0) {
            fields.error("endDateTime", "must be after startDateTime, by " + LONGEST.toDays() + " days at most");
        }
        fields.check();
        return new RequestedSlot(new TimeSlot(start, end), buffer, excluded);
    }

    static Duration buffer(Fields fields, @Nullable Integer minutes) {
        return Duration.ofMinutes(fields.range("bufferMinutes", minutes, Buffers.USUAL_MINUTES, 0, BUFFER_MINUTES_MAX));
    }
}
