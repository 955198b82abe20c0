package dev.almanac.query.conflicts.detect;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.lane.LaneId;
import dev.almanac.events.rule.RuleProfile;
import dev.almanac.web.Fields;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which calendar or resource to look at, or all of them, and when.
 *
 * @param timeZone of local date-times in {@code from} and {@code till}
 */
record DetectRequest(
        @Nullable String calendarId,
        @Nullable String resourceId,
        @Nullable String from,
        @Nullable String till,
        @Nullable String timeZone) {
    static final DetectRequest EVERYTHING = new DetectRequest(null, null, null, null, null);
    private static final Duration LONGEST = Duration.ofDays(366);

    /** As far ahead as occurrences of rules are published. */
    private static final Duration USUAL = Duration.ofDays(RuleProfile.HORIZON_DAYS);

    /** From now on, and as far ahead as is usual, where nothing else is said. */
    TimeSlot window(Fields fields, Instant now) {
        String zone = fields.optionalZone("timeZone", timeZone);
        Instant start = from == null ? now : fields.instant("from", from, zone);
        Instant end = till == null ? start.plus(USUAL) : fields.instant("till", till, zone);
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
