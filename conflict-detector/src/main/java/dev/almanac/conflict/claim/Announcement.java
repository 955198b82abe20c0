package dev.almanac.conflict.claim;

import dev.almanac.conflict.lane.LaneNews;
import dev.almanac.conflict.lane.LaneNews.Claimed;
import dev.almanac.conflict.lane.LaneNews.Origin;
import dev.almanac.conflict.lane.LaneNews.Released;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.lane.Claim;
import dev.almanac.events.lane.LaneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What to tell which lane when a claim changes: lanes that it left, and lanes that it lies on in a new way. */
final class Announcement {
    private Announcement() {}

    static Map<LaneId, LaneNews> of(
            String claimId, @Nullable Claim before, @Nullable Claim after, ChangeMetadata metadata) {
        Map<LaneId, LaneNews> news = new LinkedHashMap<>();
        if (before != null && before.equals(after)) {
            return news;
        }
        Origin origin = origin(metadata);
        if (before != null) {
            before.entries().forEach((lane, _) -> news.put(lane, new Released(claimId, origin)));
        }
        if (after != null) {
            after.entries().forEach((lane, entry) -> news.put(lane, new Claimed(entry, origin)));
        }
        return news;
    }

    static Origin origin(ChangeMetadata metadata) {
        return new Origin(metadata.id(), metadata.time(), metadata.correlationId(), metadata.sequence());
    }
}
