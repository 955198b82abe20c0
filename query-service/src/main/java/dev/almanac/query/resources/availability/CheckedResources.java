package dev.almanac.query.resources.availability;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.activity.Activity;
import dev.almanac.events.activity.Activity.MultipleResourcesChecked;
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

    MultipleResourcesChecked activity(Instant now) {
        return new MultipleResourcesChecked(
                results.stream()
                        .map(result -> new Activity.CheckedResource(result.resourceId(), result.isAvailable()))
                        .toList(),
                checkStartTime,
                checkEndTime,
                now,
                1);
    }
}
