package dev.almanac.events.lane;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.resource.ResourceRole;
import java.time.Duration;

/**
 * One claim on one lane.
 *
 * @param outage a time in which a resource is out: it competes with claims, but not with other outages
 */
public record LaneEntry(String claimId, TimeSlot slot, ResourceRole role, boolean outage) {
    /** Nothing that anybody books or takes out of service lasts for longer. */
    public static final Duration LONGEST = Duration.ofDays(36_525);

    public LaneEntry {
        if (!slot.start().isBefore(slot.end()) || slot.duration().compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(claimId + " cannot claim " + slot);
        }
    }
}
