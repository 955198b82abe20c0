package dev.almanac.conflict.lane;

import dev.almanac.events.calendar.CalendarProfile;
import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.events.conflict.ConflictType;
import dev.almanac.events.resource.ResourceProfile;
import dev.almanac.events.resource.ResourceRole;

/**
 * What a conflict on a lane is called, how bad it is, and how much the lane bears.
 *
 * @param capacity how many claims may hold at once
 * @param betweenSecondaries the level where neither claim needs the lane as its primary resource
 */
public record LaneProfile(int capacity, ConflictType type, ConflictLevel level, ConflictLevel betweenSecondaries) {

    /** SCH-010, SCH-011: overlaps on a venue's own calendar are critical. */
    public static LaneProfile of(CalendarProfile calendar) {
        ConflictLevel level = switch (calendar.calendarType()) {
            case VENUE -> ConflictLevel.CRITICAL;
            case STAFF, EQUIPMENT, MASTER, DEPARTMENT, QUEUE -> ConflictLevel.MODERATE;
        };
        return new LaneProfile(calendar.maxConcurrentEvents(), ConflictType.TIME_OVERLAP, level, level);
    }

    /** SCH-011, SCH-012, SCH-013: a resource serves one claim at a time. */
    public static LaneProfile of(ResourceProfile resource) {
        return switch (resource.resourceType()) {
            case VENUE -> only(ConflictType.VENUE_CONFLICT, ConflictLevel.CRITICAL);
            case STAFF -> new LaneProfile(1, ConflictType.STAFF_CONFLICT, ConflictLevel.MODERATE, ConflictLevel.MINOR);
            case EQUIPMENT -> only(ConflictType.EQUIPMENT_CONFLICT, ConflictLevel.MODERATE);
            case OTHER -> only(ConflictType.RESOURCE_CONFLICT, ConflictLevel.MODERATE);
        };
    }

    private static LaneProfile only(ConflictType type, ConflictLevel level) {
        return new LaneProfile(1, type, level, level);
    }

    ConflictLevel levelOf(LaneEntry one, LaneEntry other) {
        boolean primary = one.role() == ResourceRole.PRIMARY || other.role() == ResourceRole.PRIMARY;
        return primary ? level : betweenSecondaries;
    }
}
