package dev.almanac.conflict.claim;

import dev.almanac.conflict.lane.LaneNews;
import dev.almanac.conflict.lane.LaneNews.Claimed;
import dev.almanac.conflict.lane.LaneNews.Origin;
import dev.almanac.conflict.lane.LaneNews.Released;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Republication;
import dev.almanac.events.conflict.ResolutionMethod;
import dev.almanac.events.lane.Claim;
import dev.almanac.events.lane.LaneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which updates go to which lane when a claim changes: lanes that it left, and lanes that it lies on in a new way. */
final class Announcement {
    private Announcement() {}

    /**
     * The news for each lane.
     *
     * @param gone what it is when there is no claim any more: null for one that has merely ended
     */
    static Map<LaneId, LaneNews> of(
            String claimId,
            @Nullable Claim before,
            @Nullable Claim after,
            ChangeMetadata metadata,
            @Nullable ResolutionMethod gone) {
        Map<LaneId, LaneNews> news = new LinkedHashMap<>();
        if (before != null && before.equals(after)) {
            return news;
        }
        Origin origin = origin(metadata);
        if (before != null) {
            before.entries()
                    .forEach((lane, _) ->
                            news.put(lane, new Released(claimId, origin.doing(left(before, after, gone)))));
        }
        if (after != null) {
            after.entries()
                    .forEach((lane, entry) -> news.put(lane, new Claimed(entry, origin.doing(taken(before, after)))));
        }
        return news;
    }

    /** Why a lane is free of the claim, which may be on others now. */
    private static @Nullable ResolutionMethod left(
            Claim before, @Nullable Claim after, @Nullable ResolutionMethod gone) {
        if (after == null) {
            return gone;
        }
        return isMoved(before, after) ? ResolutionMethod.RESCHEDULED : ResolutionMethod.RESOURCE_CHANGED;
    }

    private static @Nullable ResolutionMethod taken(@Nullable Claim before, Claim after) {
        return before != null && isMoved(before, after) ? ResolutionMethod.RESCHEDULED : null;
    }

    private static boolean isMoved(Claim before, Claim after) {
        return !before.slot().equals(after.slot()) || !before.calendarId().equals(after.calendarId());
    }

    static Origin origin(ChangeMetadata metadata) {
        return origin(metadata, null);
    }

    static Origin origin(ChangeMetadata metadata, @Nullable Republication republication) {
        return new Origin(
                metadata.id(),
                metadata.time(),
                metadata.correlationId(),
                metadata.sequence(),
                metadata.position(),
                metadata.actor(),
                null,
                republication);
    }
}
