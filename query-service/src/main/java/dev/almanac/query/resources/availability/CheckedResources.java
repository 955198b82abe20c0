package dev.almanac.query.resources.availability;

import dev.almanac.events.TimeSlot;
import java.time.Instant;
import java.util.List;

/**
 * Several resources, in the order in which they were named.
 *
 * @param allAvailable every one of them is to be had
 */
record CheckedResources(
        Instant checkStartTime, Instant checkEndTime, boolean allAvailable, List<CheckedResource> results) {

    static CheckedResources of(TimeSlot asked, List<CheckedResource> results) {
        return new CheckedResources(
                asked.start(), asked.end(), results.stream().allMatch(CheckedResource::isAvailable), results);
    }
}
