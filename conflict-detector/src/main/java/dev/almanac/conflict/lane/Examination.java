package dev.almanac.conflict.lane;

import dev.almanac.conflict.lane.LaneNews.Origin;
import dev.almanac.events.Recorded;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.conflict.ConflictChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
        LaneEntry before = stores.entry(lane, entry.claimId());
        stores.put(lane, entry);
        examine(entry.claimId(), before, entry);
    }

    void release(String claimId) {
        LaneEntry before = stores.remove(lane, claimId);
        if (before != null) {
            examine(claimId, before, null);
        }
    }

    /** The first word on a lane, another capacity or another type: all its entries are looked at. */
    void describe(LaneProfile profile) {
        ProfileState known = stores.profile(lane);
        stores.put(lane, known.with(profile));
        if (!profile.equals(known.profile())) {
            List<LaneEntry> all = stores.all(lane);
            Set<String> ids = new HashSet<>();
            all.forEach(entry -> ids.add(entry.claimId()));
            compare(ids, Conflicts.among(profile, all));
        }
    }

    /** What sticks out of the slot on either side goes on; what is left behind the slot becomes an outage of its own. */
    void endOutages(TimeSlot slot) {
        stores.overlapping(lane, slot).stream().filter(LaneEntry::outage).forEach(outage -> {
            release(outage.claimId());
            TimeSlot left = new TimeSlot(outage.slot().start(), slot.start());
            TimeSlot right = new TimeSlot(slot.end(), outage.slot().end());
            placeIfAny(outage, left, outage.claimId());
            placeIfAny(outage, right, outage.claimId() + "~" + slot.end().getEpochSecond());
        });
    }

    private void placeIfAny(LaneEntry outage, TimeSlot rest, String id) {
        if (rest.start().isBefore(rest.end())) {
            place(new LaneEntry(id, rest, outage.role(), true));
        }
    }

    private void examine(String claimId, @Nullable LaneEntry before, @Nullable LaneEntry after) {
        LaneProfile profile = stores.profile(lane).profile();
        if (profile == null) {
            return;
        }
        if (profile.capacity() == 1) {
            compareOne(profile, claimId, after);
        } else {
            compareNeighbours(profile, claimId, before, after);
        }
    }

    /** Where one claim at a time is borne, only pairs with the changed claim can change. */
    private void compareOne(LaneProfile profile, String claimId, @Nullable LaneEntry after) {
        Map<Pair, Overlap> found = new HashMap<>();
        if (after != null) {
            for (LaneEntry other : stores.overlapping(lane, after.slot())) {
                if (!other.claimId().equals(claimId)) {
                    found.putAll(Conflicts.among(profile, List.of(after, other)));
                }
            }
        }
        Map<Pair, ConflictState> known = new HashMap<>();
        stores.conflictsOf(lane, claimId).forEach((other, conflict) -> known.put(Pair.of(claimId, other), conflict));
        diff(known, found);
    }

    /**
     * A pair can change only if the changed claim overlaps, or did overlap, both. Whether such a pair conflicts depends
     * on everything that overlaps either. Where the changed claim and its neighbours together are no more than the lane
     * bears, nothing was or is too much while it holds.
     */
    private void compareNeighbours(
            LaneProfile profile, String claimId, @Nullable LaneEntry before, @Nullable LaneEntry after) {
        Map<String, LaneEntry> neighbours = new HashMap<>();
        Stream.of(before, after).forEach(entry -> {
            if (entry != null) {
                stores.overlapping(lane, entry.slot()).forEach(other -> neighbours.put(other.claimId(), other));
            }
        });
        Set<String> affected = new HashSet<>(neighbours.keySet());
        affected.add(claimId);
        if (affected.size() <= profile.capacity()) {
            return;
        }
        List<LaneEntry> evidence = stores.overlapping(lane, hull(neighbours));
        Map<Pair, Overlap> found = Conflicts.among(profile, evidence);
        found.keySet().removeIf(pair -> !affected.contains(pair.first()) || !affected.contains(pair.second()));
        compare(affected, found);
    }

    private static TimeSlot hull(Map<String, LaneEntry> entries) {
        return entries.values().stream()
                .map(LaneEntry::slot)
                .reduce((one, other) -> new TimeSlot(
                        one.start().isBefore(other.start()) ? one.start() : other.start(),
                        one.end().isAfter(other.end()) ? one.end() : other.end()))
                .orElseThrow();
    }

    /** Compares with what is known of pairs whose both sides are among the claims. */
    private void compare(Set<String> claimIds, Map<Pair, Overlap> found) {
        Map<Pair, ConflictState> known = new HashMap<>();
        for (String claimId : claimIds) {
            stores.conflictsOf(lane, claimId).forEach((other, conflict) -> {
                if (claimIds.contains(other)) {
                    known.put(Pair.of(claimId, other), conflict);
                }
            });
        }
        diff(known, found);
    }

    private void diff(Map<Pair, ConflictState> known, Map<Pair, Overlap> found) {
        sorted(known).forEach((pair, conflict) -> {
            if (conflict.open() && !found.containsKey(pair)) {
                say(pair, new ConflictState(conflict.sequence() + 1, false, conflict.overlap()));
            }
        });
        sorted(found).forEach((pair, overlap) -> {
            ConflictState conflict = known.getOrDefault(pair, stores.conflict(lane, pair));
            if (conflict == null || !conflict.open() || !conflict.overlap().equals(overlap)) {
                say(pair, new ConflictState(conflict == null ? 0 : conflict.sequence() + 1, true, overlap));
            }
        });
    }

    private void say(Pair pair, ConflictState conflict) {
        stores.put(lane, pair, conflict);
        changes.add(Announcements.of(lane, stores.profile(lane), pair, conflict, origin));
    }

    /** Told in the same order on every replay. */
    private static <T> Map<Pair, T> sorted(Map<Pair, T> pairs) {
        Map<Pair, T> sorted = new TreeMap<>();
        sorted.putAll(pairs);
        return sorted;
    }
}
