package dev.almanac.query.events;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.lane.Claim;
import dev.almanac.events.resource.ResourceClaim;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * One concrete slot: a single event, or one occurrence of a series. Title, status and conflicts are joined by id when
 * it is read, because topics have no mutual order.
 *
 * @param id the schedule id, or the occurrence id
 * @param lanes see {@link Lanes}
 */
public record EntryView(
        String id,
        String scheduleId,
        String calendarId,
        Instant startDateTime,
        Instant endDateTime,
        boolean moved,
        List<ResourceClaim> resources,
        List<String> lanes) {

    public EntryView {
        resources = List.copyOf(resources == null ? List.of() : resources);
        lanes = List.copyOf(lanes == null ? List.of() : lanes);
    }

    static EntryView of(
            String id,
            String scheduleId,
            String calendarId,
            TimeSlot slot,
            boolean moved,
            List<ResourceClaim> resources) {
        return new EntryView(
                id,
                scheduleId,
                calendarId,
                slot.start(),
                slot.end(),
                moved,
                resources,
                Lanes.covered(lanes(calendarId, resources), slot));
    }

    public TimeSlot slot() {
        return new TimeSlot(startDateTime, endDateTime);
    }

    public boolean isOccurrence() {
        return !id.equals(scheduleId);
    }

    Claim asClaim() {
        return new Claim(id, calendarId, slot(), resources);
    }

    private static List<String> lanes(String calendarId, List<ResourceClaim> resources) {
        return Stream.concat(
                        Stream.of(Lanes.ofEverything(), Lanes.ofCalendar(calendarId)),
                        resources.stream().map(ResourceClaim::resourceId).map(Lanes::ofResource))
                .distinct()
                .toList();
    }
}
