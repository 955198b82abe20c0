package dev.almanac.events.lane;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.occurrence.MaterialisedOccurrence;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesMaterialised;
import dev.almanac.events.resource.ResourceClaim;
import dev.almanac.events.resource.ResourceRole;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an event or one occurrence of a series takes: a slot on its calendar and on each of its resources.
 *
 * @param claimId schedule or occurrence id
 */
public record Claim(String claimId, String calendarId, TimeSlot slot, List<ResourceClaim> resources) {
    public Claim {
        resources = List.copyOf(resources);
    }

    /** Of an occurrence, which needs what its day does unless it says otherwise. */
    public static Claim of(OccurrencesMaterialised day, MaterialisedOccurrence occurrence) {
        return new Claim(
                occurrence.occurrenceId(),
                day.calendarId(),
                occurrence.slot(),
                occurrence.resourcesIn(day.resources()));
    }

    /** What it is on each lane that it lies on; a resource named twice is needed in the stronger of its roles. */
    public Map<LaneId, LaneEntry> entries() {
        Map<LaneId, LaneEntry> entries = new LinkedHashMap<>();
        entries.put(LaneId.calendar(calendarId), entry(ResourceRole.PRIMARY));
        for (ResourceClaim resource : resources) {
            entries.merge(LaneId.resource(resource.resourceId()), entry(resource.role()), Claim::stronger);
        }
        return entries;
    }

    private LaneEntry entry(ResourceRole role) {
        return new LaneEntry(claimId, slot, role, false);
    }

    private static LaneEntry stronger(LaneEntry one, LaneEntry other) {
        return one.role().compareTo(other.role()) <= 0 ? one : other;
    }
}
