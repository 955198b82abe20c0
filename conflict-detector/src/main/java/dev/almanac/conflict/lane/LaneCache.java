package dev.almanac.conflict.lane;

import dev.almanac.events.lane.LaneEntry;
import dev.almanac.events.lane.LaneId;
import dev.almanac.events.lane.LaneIndex;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;

/**
 * The lanes that were looked at last, in memory. It lives as long as the task that owns the stores: after a failed transaction
 * both begin anew.
 */
final class LaneCache {
    private final int most;
    private final LinkedHashMap<LaneId, LaneIndex> lanes = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<LaneId> tooLong = new HashSet<>();
    private int kept;

    /**
     * Keeps so many entries and lanes together, of one lane a quarter of that at most: a longer one is read from the store
     * wherever it is looked at.
     */
    LaneCache(int most) {
        this.most = most;
    }

    /** Empty for a lane that is too long. */
    Optional<LaneIndex> of(LaneId lane, Supplier<KeyValueIterator<String, LaneEntry>> stored) {
        if (tooLong.contains(lane)) {
            return Optional.empty();
        }
        LaneIndex known = lanes.get(lane);
        return known == null ? keep(lane, read(stored)) : Optional.of(known);
    }

    void put(LaneId lane, LaneEntry entry) {
        LaneIndex known = forget(lane);
        if (known != null) {
            known.put(entry);
            keep(lane, known);
        }
    }

    void remove(LaneId lane, LaneEntry entry) {
        LaneIndex known = forget(lane);
        if (known != null) {
            known.remove(entry);
            keep(lane, known);
        }
    }

    private LaneIndex read(Supplier<KeyValueIterator<String, LaneEntry>> stored) {
        LaneIndex index = new LaneIndex();
        try (KeyValueIterator<String, LaneEntry> rows = stored.get()) {
            while (rows.hasNext() && index.size() <= most / 4) {
                index.put(rows.next().value);
            }
        }
        return index;
    }

    private Optional<LaneIndex> keep(LaneId lane, LaneIndex index) {
        if (index.size() > most / 4) {
            tooLong.add(lane);
            return Optional.empty();
        }
        lanes.put(lane, index);
        kept += weight(index);
        Iterator<LaneIndex> oldest = lanes.values().iterator();
        while (kept > most) {
            kept -= weight(oldest.next());
            oldest.remove();
        }
        return Optional.of(index);
    }

    private @Nullable LaneIndex forget(LaneId lane) {
        LaneIndex known = lanes.remove(lane);
        kept -= known == null ? 0 : weight(known);
        return known;
    }

    private static int weight(LaneIndex index) {
        return 1 + index.size();
    }
}
