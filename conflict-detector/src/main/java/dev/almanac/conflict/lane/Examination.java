package dev.almanac.conflict.lane;

import dev.almanac.conflict.lane.LaneNews.Origin;
import dev.almanac.events.Recorded;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.conflict.ConflictChange;
import dev.almanac.events.lane.Conflicts;
import dev.almanac.events.lane.LaneEntry;
import dev.almanac.events.lane.LaneId;
import dev.almanac.events.lane.LaneProfile;
import dev.almanac.events.lane.Overlap;
import dev.almanac.events.lane.Pair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One piece of news on one lane: changes the entries, compares conflicts before and after, and says what differs. */
final class Examination {
    private final LaneId lane;
    private final LaneStores stores;
    private final Origin origin;
    private final List<Recorded<ConflictChange>> changes = new ArrayList<>();

    Examination(LaneId lane, LaneStores stores, Origin origin) {
        this.lane = lane;
        this.stores = stores;
        this.origin = origin;
    }

    List<Recorded<ConflictChange>> changes() {
        return List.copyOf(changes);
    }

    void place(LaneEntry entry) {
        LaneEntry before = stores.put(lane, entry);
        examine(entry.claimId(), before, entry);
    }

    void release(String claimId) {
        LaneEntry before = stores.remove(lane, claimId);
        if (before != null) {
            examine(claimId, before, null);
        }
    }

    /** The first word on a lane, another capacity, type or buffer: all its entries are looked at. */
    void describe(LaneProfile profile) {
        ProfileState known = stores.profile(lane);
        LaneProfile before = known.profile();
        stores.put(lane, known.with(profile));
        if (!profile.equals(before)) {
            List<LaneEntry> all = stores.all(lane);
            diff(before == null ? Map.of() : Conflicts.among(before, all), Conflicts.among(profile, all));
        }
    }

    /** What lies outside the slot on either side goes on; what is left behind the slot becomes an outage of its own. */
    void endOutages(TimeSlot slot) {
        stores.overlapping(lane, slot).stream().filter(LaneEntry::outage).forEach(outage -> {
            release(outage.claimId());
            LaneDescription.left(outage, slot).forEach(this::place);
        });
    }

    /** What differs from what was known becomes news now. */
    void replace(LaneDescription description) {
        List<LaneEntry> known =
                stores.all(lane).stream().filter(LaneEntry::outage).toList();
        known.stream()
                .filter(outage -> !description.outages().contains(outage))
                .forEach(outage -> release(outage.claimId()));
        description.outages().stream().filter(outage -> !known.contains(outage)).forEach(this::place);
        if (description.profile() != null) {
            describe(description.profile());
        }
    }

    /**
     * A pair can begin or cease to conflict only if the changed claim overlaps, or did overlap, both. So it is enough to
     * compare what conflicts among those with and without the change.
     */
    private void examine(String claimId, @Nullable LaneEntry before, @Nullable LaneEntry after) {
        LaneProfile profile = stores.profile(lane).profile();
        if (profile == null) {
            return;
        }
        Map<String, LaneEntry> neighbours = neighbours(profile, claimId, before, after);
        if (neighbours.size() >= profile.capacity()) {
            List<LaneEntry> evidence = evidence(profile, claimId, neighbours);
            diff(among(profile, evidence, before), among(profile, evidence, after));
        }
    }

    private Map<String, LaneEntry> neighbours(
            LaneProfile profile, String claimId, @Nullable LaneEntry before, @Nullable LaneEntry after) {
        Map<String, LaneEntry> neighbours = new HashMap<>();
        Stream.of(Optional.ofNullable(before), Optional.ofNullable(after))
                .flatMap(Optional::stream)
                .flatMap(entry -> stores.overlapping(lane, profile.reach(entry)).stream())
                .filter(other -> !other.claimId().equals(claimId))
                .forEach(other -> neighbours.put(other.claimId(), other));
        return neighbours;
    }

    /**
     * Where one claim at a time is borne, a pair conflicts wherever it overlaps. Otherwise two neighbours may conflict
     * because of a third that is none, so that everything which overlaps a neighbour counts.
     */
    private List<LaneEntry> evidence(LaneProfile profile, String claimId, Map<String, LaneEntry> neighbours) {
        if (profile.capacity() == 1) {
            return List.copyOf(neighbours.values());
        }
        return stores.overlapping(lane, hull(profile, neighbours)).stream()
                .filter(entry -> !entry.claimId().equals(claimId))
                .toList();
    }

    private static TimeSlot hull(LaneProfile profile, Map<String, LaneEntry> entries) {
        return entries.values().stream()
                .map(profile::reach)
                .reduce(TimeSlot::hull)
                .orElseThrow();
    }

    private static Map<Pair, Overlap> among(LaneProfile profile, List<LaneEntry> others, @Nullable LaneEntry changed) {
        List<LaneEntry> entries = new ArrayList<>(others);
        if (changed != null) {
            entries.add(changed);
        }
        return Conflicts.among(profile, entries);
    }

    private void diff(Map<Pair, Overlap> before, Map<Pair, Overlap> after) {
        Map<Pair, Overlap> gone = sorted(before, (pair, _) -> !after.containsKey(pair));
        Map<Pair, Overlap> there = sorted(after, (pair, overlap) -> !overlap.equals(before.get(pair)));
        gone.forEach((pair, overlap) -> say(pair, false, overlap));
        there.forEach((pair, overlap) -> say(pair, true, overlap));
    }

    private void say(Pair pair, boolean open, Overlap overlap) {
        ConflictState known = stores.conflict(lane, pair);
        ConflictState conflict = new ConflictState(known == null ? 0 : known.sequence() + 1, open, overlap);
        stores.put(lane, pair, conflict);
        changes.add(Announcements.of(lane, stores.profile(lane), pair, conflict, origin));
    }

    /** Those that matter, in the same order on every replay. */
    private static Map<Pair, Overlap> sorted(Map<Pair, Overlap> pairs, BiPredicate<Pair, Overlap> matters) {
        Map<Pair, Overlap> sorted = new TreeMap<>();
        pairs.forEach((pair, overlap) -> {
            if (matters.test(pair, overlap)) {
                sorted.put(pair, overlap);
            }
        });
        return sorted;
    }
}
