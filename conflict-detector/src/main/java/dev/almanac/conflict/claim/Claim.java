package dev.almanac.conflict.claim;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.resource.ResourceClaim;
import java.util.List;

/**
 * What an event or one occurrence of a series takes: a slot on its calendar and on each of its resources.
 *
 * @param claimId schedule or occurrence id
 */
public record Claim(String claimId, String calendarId, TimeSlot slot, List<ResourceClaim> resources) {
    public Claim {
        resources = List.copyOf(resources);
    }
}
