package dev.almanac.query.read.detect;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.lane.LaneId;
import dev.almanac.query.http.Fields;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which calendar or resource to look at, or all of them, and when. */
record DetectRequest(
        @Nullable String calendarId,
        @Nullable String resourceId,
        @Nullable String from,
        @Nullable String till) {
    private static final Duration LONGEST = Duration.ofDays(366);

    TimeSlot window() {
        Fields fields = new Fields();
        Instant start = fields.instant("from", from).orElse(Instant.EPOCH);
        Instant end = fields.instant("till", till).orElse(start);
        fields.check();
        if (!start.isBefore(end) || Duration.between(start, end).compareTo(LONGEST) > 0) {
            fields.error("till", "must be after from, by " + LONGEST.toDays() + " days at most");
        }
        if (calendarId != null && resourceId != null) {
            fields.error("resourceId", "name a calendar or a resource, not both");
        }
        fields.check();
        return new TimeSlot(start, end);
    }

    Optional<LaneId> lane() {
        return calendarId == null
                ? Optional.ofNullable(resourceId).map(LaneId::resource)
                : Optional.of(LaneId.calendar(calendarId));
    }
}
