package dev.almanac.conflict.claim;

import dev.almanac.conflict.lane.LaneNews;
import dev.almanac.conflict.lane.LaneNews.BackInService;
import dev.almanac.conflict.lane.LaneNews.Claimed;
import dev.almanac.conflict.lane.LaneNews.Described;
import dev.almanac.conflict.lane.LaneNews.Origin;
import dev.almanac.conflict.lane.LaneNews.Unchanged;
import dev.almanac.events.Recorded;
import dev.almanac.events.calendar.CalendarChange;
import dev.almanac.events.calendar.CalendarChange.CalendarCreated;
import dev.almanac.events.calendar.CalendarChange.CalendarDeactivated;
import dev.almanac.events.calendar.CalendarChange.CalendarShared;
import dev.almanac.events.calendar.CalendarChange.CalendarUnshared;
import dev.almanac.events.calendar.CalendarChange.CalendarUpdated;
import dev.almanac.events.calendar.CalendarChange.FeedTokenCreated;
import dev.almanac.events.calendar.CalendarChange.FeedTokenRevoked;
import dev.almanac.events.calendar.CalendarChange.OverbookingAllowedByOverride;
import dev.almanac.events.calendar.CalendarChange.OverbookingPreventedBySystem;
import dev.almanac.events.calendar.CalendarChange.OverbookingWarningTriggered;
import dev.almanac.events.lane.LaneEntry;
import dev.almanac.events.lane.LaneId;
import dev.almanac.events.lane.LaneProfile;
import dev.almanac.events.resource.ResourceChange;
import dev.almanac.events.resource.ResourceChange.ResourceMarkedAvailable;
import dev.almanac.events.resource.ResourceChange.ResourceMarkedUnavailable;
import dev.almanac.events.resource.ResourceChange.ResourceRegistered;
import dev.almanac.events.resource.ResourceChange.ResourceUpdated;
import dev.almanac.events.resource.ResourceRole;
import java.util.List;
import org.apache.kafka.streams.KeyValue;

/** What changes of calendars and resources mean for their lanes. */
final class LaneDescriptions {
    private LaneDescriptions() {}

    static List<KeyValue<LaneId, LaneNews>> ofCalendar(String calendarId, Recorded<CalendarChange> recorded) {
        Origin origin = Announcement.origin(recorded.metadata(), recorded.republication());
        LaneId lane = LaneId.calendar(calendarId);
        return switch (recorded.change()) {
            case CalendarCreated(var _, var profile) ->
                List.of(KeyValue.pair(lane, new Described(LaneProfile.of(profile), origin)));
            case CalendarUpdated(var _, var profile) ->
                List.of(KeyValue.pair(lane, new Described(LaneProfile.of(profile), origin)));
            case CalendarDeactivated _,
                    CalendarShared _,
                    CalendarUnshared _,
                    FeedTokenCreated _,
                    FeedTokenRevoked _,
                    OverbookingWarningTriggered _,
                    OverbookingPreventedBySystem _,
                    OverbookingAllowedByOverride _ ->
                recorded.republication() == null ? List.of() : List.of(KeyValue.pair(lane, new Unchanged(origin)));
        };
    }

    static List<KeyValue<LaneId, LaneNews>> ofResource(String resourceId, Recorded<ResourceChange> recorded) {
        Origin origin = Announcement.origin(recorded.metadata(), recorded.republication());
        LaneId lane = LaneId.resource(resourceId);
        LaneNews news = switch (recorded.change()) {
            case ResourceRegistered(var _, var profile) -> new Described(LaneProfile.of(profile), origin);
            case ResourceUpdated(var _, var profile) -> new Described(LaneProfile.of(profile), origin);
            case ResourceMarkedUnavailable out -> new Claimed(outage(out), origin);
            case ResourceMarkedAvailable back -> new BackInService(back.slot(), origin);
        };
        return List.of(KeyValue.pair(lane, news));
    }

    private static LaneEntry outage(ResourceMarkedUnavailable out) {
        return new LaneEntry(out.resourceAvailabilityId(), out.slot(), ResourceRole.PRIMARY, true);
    }
}
