package dev.almanac.query.lanes;

import dev.almanac.events.lane.Conflicts;
import dev.almanac.events.lane.LaneEntry;
import dev.almanac.events.lane.LaneProfile;
import dev.almanac.events.lane.Overlap;
import dev.almanac.events.lane.Pair;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A lane at some time, or at some imagined one.
 *
 * @param profile null for a calendar or resource that is not there
 */
public record LaneNow(@Nullable LaneProfile profile, List<LaneEntry> entries) {

    public LaneNow {
        entries = List.copyOf(entries);
    }

    public Map<Pair, Overlap> conflicts() {
        return profile == null ? Map.of() : Conflicts.among(profile, entries);
    }
}
