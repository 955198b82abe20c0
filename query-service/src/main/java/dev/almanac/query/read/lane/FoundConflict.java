package dev.almanac.query.read.lane;

import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.events.conflict.ConflictType;
import dev.almanac.events.lane.LaneId;
import dev.almanac.events.lane.LaneProfile;
import dev.almanac.events.lane.Overlap;
import dev.almanac.events.lane.Pair;
import dev.almanac.query.view.OccurrenceIds;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A conflict as the rules find it among bookings, told or not; under the id by which the conflict-detector tells it. */
public record FoundConflict(
        String id,
        String scheduledEventId,
        String conflictingEventId,
        @Nullable String scheduledEventTitle,
        @Nullable String conflictingEventTitle,
        ConflictType conflictType,
        ConflictLevel conflictLevel,
        @Nullable String calendarId,
        @Nullable String resourceId,
        Instant overlapStart,
        Instant overlapEnd) {

    /**
     * In words that say all of it.
     *
     * @param titles of schedules, by their ids, as far as they are known
     */
    public static FoundConflict of(
            LaneId lane, LaneProfile profile, Pair pair, Overlap overlap, Map<String, String> titles) {
        return new FoundConflict(
                pair.conflictId(lane),
                pair.first(),
                pair.second(),
                titles.get(OccurrenceIds.seriesOf(pair.first())),
                titles.get(OccurrenceIds.seriesOf(pair.second())),
                profile.type(),
                overlap.level(),
                lane.calendarId(),
                lane.resourceId(),
                overlap.slot().start(),
                overlap.slot().end());
    }
}
