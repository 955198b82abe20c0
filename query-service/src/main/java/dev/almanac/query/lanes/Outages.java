package dev.almanac.query.lanes;

import dev.almanac.events.lane.LaneEntry;
import dev.almanac.events.resource.ResourceRole;
import dev.almanac.query.resources.ResourceView;
import java.util.List;

/** When a resource is out, in the words of the conflict rules. */
public final class Outages {
    private Outages() {}

    public static List<LaneEntry> of(ResourceView resource) {
        return resource.unavailable().stream()
                .map(period ->
                        new LaneEntry(period.resourceAvailabilityId(), period.slot(), ResourceRole.PRIMARY, true))
                .toList();
    }
}
