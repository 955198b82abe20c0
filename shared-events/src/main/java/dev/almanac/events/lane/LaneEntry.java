package dev.almanac.events.lane;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.resource.ResourceRole;

/**
 * One claim on one lane.
 *
 * @param outage a time in which a resource is out: it competes with claims, but not with other outages
 */
public record LaneEntry(String claimId, TimeSlot slot, ResourceRole role, boolean outage) {}
