package dev.almanac.conflict.lane;

import dev.almanac.conflict.lane.LaneNews.BackInService;
import dev.almanac.conflict.lane.LaneNews.Claimed;
import dev.almanac.conflict.lane.LaneNews.Described;
import dev.almanac.conflict.lane.LaneNews.Released;
import dev.almanac.conflict.lane.LaneNews.Unchanged;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.lane.LaneEntry;
import dev.almanac.events.lane.LaneProfile;
import dev.almanac.events.resource.OutOfService;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a calendar or a resource says of its own lane, folded from its changes. */
record LaneDescription(@Nullable LaneProfile profile, List<LaneEntry> outages) {
    static final LaneDescription NOTHING = new LaneDescription(null, List.of());

    LaneDescription {
        outages = List.copyOf(outages);
    }

    LaneDescription after(LaneNews news) {
        return switch (news) {
            case Described(var described, var _) -> new LaneDescription(described, outages);
            case Claimed(var entry, var _) -> new LaneDescription(profile, with(entry));
            case BackInService(var slot, var _) ->
                new LaneDescription(
                        profile,
                        outages.stream().flatMap(outage -> left(outage, slot)).toList());
            case Released _, Unchanged _ -> this;
        };
    }

    private List<LaneEntry> with(LaneEntry outage) {
        List<LaneEntry> all = new ArrayList<>(outages);
        all.removeIf(known -> known.claimId().equals(outage.claimId()));
        all.add(outage);
        return all;
    }

    static Stream<LaneEntry> left(LaneEntry outage, TimeSlot back) {
        return new OutOfService(outage.claimId(), outage.slot())
                .outside(back)
                .map(left -> new LaneEntry(left.resourceAvailabilityId(), left.slot(), outage.role(), true));
    }
}
