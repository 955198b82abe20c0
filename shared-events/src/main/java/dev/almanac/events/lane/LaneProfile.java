package dev.almanac.events.lane;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.calendar.CalendarProfile;
import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.events.conflict.ConflictType;
import dev.almanac.events.resource.ResourceProfile;
import dev.almanac.events.resource.ResourceRole;
import java.time.Duration;

/**
 * What a conflict on a lane is called, how bad it is, and how much the lane bears.
 *
 * @param capacity how many claims may hold at once
 * @param betweenSecondaries the level where neither claim needs the lane as its primary resource
 * @param buffer how long the lane needs between two claims
 */
public record LaneProfile(
        int capacity, ConflictType type, ConflictLevel level, ConflictLevel betweenSecondaries, Duration buffer) {

    /** SCH-010, SCH-011: overlaps on a venue's own calendar are critical. */
    public static LaneProfile of(CalendarProfile calendar) {
        ConflictLevel level = switch (calendar.calendarType()) {
            case VENUE -> ConflictLevel.CRITICAL;
            case STAFF, EQUIPMENT, MASTER, DEPARTMENT, QUEUE -> ConflictLevel.MODERATE;
        };
        return new LaneProfile(calendar.maxConcurrentEvents(), ConflictType.TIME_OVERLAP, level, level, Duration.ZERO);
    }

    /** SCH-011, SCH-012, SCH-013: a resource serves one claim at a time. */
    public static LaneProfile of(ResourceProfile resource) {
        Integer minutes = resource.bufferMinutes();
        Duration buffer = minutes == null ? Duration.ZERO : Duration.ofMinutes(minutes);
        return switch (resource.resourceType()) {
            case VENUE -> one(ConflictType.VENUE_CONFLICT, ConflictLevel.CRITICAL, ConflictLevel.CRITICAL, buffer);
            case STAFF -> one(ConflictType.STAFF_CONFLICT, ConflictLevel.MODERATE, ConflictLevel.MINOR, buffer);
            case EQUIPMENT ->
                one(ConflictType.EQUIPMENT_CONFLICT, ConflictLevel.MODERATE, ConflictLevel.MODERATE, buffer);
            case OTHER -> one(ConflictType.RESOURCE_CONFLICT, ConflictLevel.MODERATE, ConflictLevel.MODERATE, buffer);
        };
    }

    private static LaneProfile one(
            ConflictType type, ConflictLevel level, ConflictLevel betweenSecondaries, Duration buffer) {
        return new LaneProfile(1, type, level, betweenSecondaries, buffer);
    }

    /** The time that is taken from others: an outage needs no buffer behind it. */
    public TimeSlot taken(LaneEntry entry) {
        return entry.outage() ? entry.slot() : entry.slot().followedBy(buffer);
    }

    /** Whatever takes time from the entry, or it from them, overlaps this slot. */
    public TimeSlot reach(LaneEntry entry) {
        TimeSlot taken = taken(entry);
        return new TimeSlot(taken.start().minus(buffer), taken.end());
    }

    /** Where both hold; where only the buffer behind the first is in the way, what the second takes of that. */
    TimeSlot overlapOf(LaneEntry one, LaneEntry other) {
        return one.slot().overlaps(other.slot())
                ? one.slot().intersection(other.slot())
                : taken(one).intersection(taken(other));
    }

    ConflictLevel levelOf(LaneEntry one, LaneEntry other) {
        boolean primary = one.role() == ResourceRole.PRIMARY || other.role() == ResourceRole.PRIMARY;
        return primary ? level : betweenSecondaries;
    }
}
