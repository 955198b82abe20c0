package dev.almanac.query.whatif;

import dev.almanac.events.lane.Claim;
import dev.almanac.events.lane.LaneEntry;
import dev.almanac.events.lane.LaneId;
import dev.almanac.events.lane.LaneProfile;
import dev.almanac.query.calendars.CalendarView;
import dev.almanac.query.lanes.LaneNow;
import dev.almanac.query.lanes.Outages;
import dev.almanac.query.resources.ResourceView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is claimed and what bears it, before the commands or after them. */
record World(Map<String, Claim> claims, Map<String, CalendarView> calendars, Map<String, ResourceView> resources) {

    @Nullable
    LaneProfile profile(LaneId lane) {
        CalendarView calendar = calendars.get(String.valueOf(lane.calendarId()));
        ResourceView resource = resources.get(String.valueOf(lane.resourceId()));
        if (calendar != null) {
            return LaneProfile.of(calendar.profile());
        }
        return resource == null ? null : LaneProfile.of(resource.profile());
    }

    /** The lane with what the commands touch, and the other entries. */
    LaneNow lane(LaneId lane, List<LaneEntry> others) {
        List<LaneEntry> entries = new ArrayList<>(others);
        entries.addAll(own(lane));
        return new LaneNow(profile(lane), entries);
    }

    /** What the commands touch: claims of the schedules, and the times in which a resource is out. */
    List<LaneEntry> own(LaneId lane) {
        List<LaneEntry> own = new ArrayList<>();
        claims.values().stream()
                .flatMap(claim -> Stream.ofNullable(claim.entries().get(lane)))
                .forEach(own::add);
        ResourceView resource = resources.get(String.valueOf(lane.resourceId()));
        if (resource != null) {
            own.addAll(Outages.of(resource));
        }
        return own;
    }
}
