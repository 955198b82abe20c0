package dev.almanac.query.lanes;

import dev.almanac.events.OccurrenceId;
import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.events.conflict.ConflictType;
import dev.almanac.events.lane.LaneId;
import dev.almanac.events.lane.LaneProfile;
import dev.almanac.events.lane.Overlap;
import dev.almanac.events.lane.Pair;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A conflict as the rules find it among bookings, published or not; under the id by which the conflict-detector publishes it. */
public record FoundConflict(
        String id,
        @Nullable String scheduledEventId,
        @Nullable String conflictingEventId,
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
                titles.get(OccurrenceId.seriesOf(pair.first())),
                titles.get(OccurrenceId.seriesOf(pair.second())),
                profile.type(),
                overlap.level(),
                lane.calendarId(),
                lane.resourceId(),
                overlap.slot().start(),
                overlap.slot().end());
    }

    /** The series or events on both sides. */
    public Stream<String> parties() {
        return Stream.of(scheduledEventId, conflictingEventId)
                .filter(Objects::nonNull)
                .map(OccurrenceId::seriesOf);
    }

    /** Without the sides that are secret, as published conflicts are shown. */
    public FoundConflict keeping(Set<String> secret) {
        boolean hidesOne = isIn(secret, scheduledEventId);
        boolean hidesOther = isIn(secret, conflictingEventId);
        return new FoundConflict(
                id,
                hidesOne ? null : scheduledEventId,
                hidesOther ? null : conflictingEventId,
                hidesOne ? null : scheduledEventTitle,
                hidesOther ? null : conflictingEventTitle,
                conflictType,
                conflictLevel,
                calendarId,
                resourceId,
                overlapStart,
                overlapEnd);
    }

    private static boolean isIn(Set<String> secret, @Nullable String side) {
        return side != null && secret.contains(OccurrenceId.seriesOf(side));
    }
}
