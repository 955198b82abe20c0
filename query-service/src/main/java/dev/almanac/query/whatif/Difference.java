package dev.almanac.query.whatif;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.lane.Claim;
import dev.almanac.events.lane.LaneEntry;
import dev.almanac.events.lane.LaneId;
import dev.almanac.events.lane.LaneProfile;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two worlds, and where they differ. */
record Difference(World before, World after) {

    /** The lanes that may have other conflicts. */
    Set<LaneId> lanes() {
        return Stream.of(before, after)
                .flatMap(Difference::lanes)
                .filter(lane -> isDescribedAnew(lane) || slot(lane).isPresent())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<LaneId> lanes(World world) {
        return Stream.of(
                        world.claims().values().stream()
                                .map(Claim::entries)
                                .flatMap(entries -> entries.keySet().stream()),
                        world.calendars().keySet().stream().map(LaneId::calendar),
                        world.resources().keySet().stream().map(LaneId::resource))
                .flatMap(lanes -> lanes);
    }

    /** Another capacity, type or buffer: then every claim counts, whenever it is. */
    boolean isDescribedAnew(LaneId lane) {
        return !Objects.equals(before.profile(lane), after.profile(lane));
    }

    /** Within which everything that comes, goes or changes on the lane lies, with the buffers around it. */
    Optional<TimeSlot> slot(LaneId lane) {
        Duration buffer = Stream.of(before.profile(lane), after.profile(lane))
                .filter(Objects::nonNull)
                .map(LaneProfile::buffer)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        return changed(lane).stream()
                .map(LaneEntry::slot)
                .reduce(TimeSlot::hull)
                .map(hull -> new TimeSlot(hull.start().minus(buffer), hull.end().plus(buffer)));
    }

    /** What comes, goes or changes. */
    Set<LaneEntry> changed(LaneId lane) {
        List<LaneEntry> old = before.own(lane);
        List<LaneEntry> young = after.own(lane);
        Set<LaneEntry> changed = except(old, young);
        changed.addAll(except(young, old));
        return changed;
    }

    private static Set<LaneEntry> except(Collection<LaneEntry> some, Collection<LaneEntry> others) {
        Set<LaneEntry> rest = new HashSet<>(some);
        rest.removeAll(new HashSet<>(others));
        return rest;
    }
}
