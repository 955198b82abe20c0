package dev.almanac.query.resources;

import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.resource.ResourceProfile;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A resource as it is now.
 *
 * @param unavailable sorted by start; SCH-031: they never overlap
 */
public record ResourceView(
        String id, long version, ResourceProfile profile, List<UnavailablePeriod> unavailable, Instant changedAt) {

    public ResourceView {
        unavailable = List.copyOf(unavailable == null ? List.of() : unavailable);
    }

    ResourceView with(ResourceProfile newProfile) {
        return new ResourceView(id, version, newProfile, unavailable, changedAt);
    }

    ResourceView out(UnavailablePeriod period) {
        List<UnavailablePeriod> periods = Stream.concat(unavailable.stream(), Stream.of(period))
                .sorted(Comparator.comparing(UnavailablePeriod::startDateTime))
                .toList();
        return new ResourceView(id, version, profile, periods, changedAt);
    }

    ResourceView back(TimeSlot slot) {
        List<UnavailablePeriod> periods =
                unavailable.stream().flatMap(period -> period.outside(slot)).toList();
        return new ResourceView(id, version, profile, periods, changedAt);
    }

    ResourceView at(ChangeMetadata metadata) {
        return new ResourceView(id, metadata.sequence(), profile, unavailable, metadata.time());
    }
}
