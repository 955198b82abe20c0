package dev.almanac.conflict.claim;

import dev.almanac.conflict.lane.LaneId;
import dev.almanac.events.resource.ResourceClaim;
import dev.almanac.events.resource.ResourceRole;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lanes that a claim lies on, with the role in which it does. */
final class Lanes {
    private Lanes() {}

    static Map<LaneId, ResourceRole> of(@Nullable Claim claim) {
        Map<LaneId, ResourceRole> lanes = new LinkedHashMap<>();
        if (claim != null) {
            lanes.put(LaneId.calendar(claim.calendarId()), ResourceRole.PRIMARY);
            for (ResourceClaim resource : claim.resources()) {
                lanes.merge(LaneId.resource(resource.resourceId()), resource.role(), Lanes::stronger);
            }
        }
        return lanes;
    }

    private static ResourceRole stronger(ResourceRole one, ResourceRole other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
