package dev.almanac.conflict.lane;

import dev.almanac.conflict.lane.LaneNews.Origin;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.conflict.ConflictChange;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictCleared;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictDetected;
import dev.almanac.events.conflict.ConflictType;
import dev.almanac.events.lane.LaneId;
import dev.almanac.events.lane.Pair;

/** A conflict as a published change: everything in it follows from the cause, so that a replay publishes the same. */
final class Announcements {
    private static final String SOURCE = "urn:scheduling:conflict-detector";

    private Announcements() {}

    static Recorded<ConflictChange> of(
            LaneId lane, ProfileState profile, Pair pair, ConflictState conflict, Origin origin) {
        String id = pair.conflictId(lane);
        ConflictChange change = conflict.open()
                ? detected(id, lane, profile, pair, conflict, origin)
                : new ScheduleConflictCleared(
                        id,
                        pair.first(),
                        pair.second(),
                        lane.calendarId(),
                        lane.resourceId(),
                        origin.time(),
                        origin.done());
        return Recorded.of(change, metadata(id, conflict, origin));
    }

    private static ScheduleConflictDetected detected(
            String id, LaneId lane, ProfileState profile, Pair pair, ConflictState conflict, Origin origin) {
        return new ScheduleConflictDetected(
                id,
                pair.first(),
                pair.second(),
                profile.profile() == null
                        ? ConflictType.TIME_OVERLAP
                        : profile.profile().type(),
                conflict.overlap().level(),
                lane.calendarId(),
                lane.resourceId(),
                conflict.overlap().slot().start(),
                conflict.overlap().slot().end(),
                origin.time(),
                conflict.overlap().crowded() ? true : null);
    }

    private static ChangeMetadata metadata(String conflictId, ConflictState conflict, Origin origin) {
        String id = ChangeMetadata.derivedId(conflictId, conflict.sequence());
        return new ChangeMetadata(
                id,
                SOURCE,
                origin.time(),
                conflict.sequence(),
                origin.position(),
                origin.actor(),
                origin.correlationId(),
                origin.changeId());
    }
}
