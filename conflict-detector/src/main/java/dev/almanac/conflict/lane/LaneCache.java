package dev.almanac.conflict.lane;

import dev.almanac.events.lane.LaneEntry;
import dev.almanac.events.lane.LaneId;
import dev.almanac.events.lane.LaneIndex;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;

/**
 * The lanes that were looked at last, in memory. It lives as long as the task that owns the stores: after a failed transaction
 * both begin anew.
 *
 * <p>A lane is read into memory only after it was looked at in the store so often that this has cost as much. That is to
 * keep the cost bounded where lanes push each other out again and again.
 */
final class LaneCache {
    /** No more than what a look into the store costs, in entries read. */
    private static final int ENTRIES_FOR_A_LOOK = 4;

    private final int most;
    private final LinkedHashMap<LaneId, LaneIndex> lanes = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<LaneId, Integer> looks = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<LaneId, Integer> eldest) {
            return size() > most;
        }
    };
    private int kept;

    /** Keeps so many entries and lanes together, and none that has a quarter of that by itself. */
    LaneCache(int most) {
        this.most = most;
    }

    /** Empty for a lane that is to be looked at in the store. */
    Optional<LaneIndex> of(LaneId lane, Supplier<KeyValueIterator<String, LaneEntry>> stored) {
        LaneIndex known = lanes.get(lane);
        if (known != null) {
            return Optional.of(known);
        }
        int look = looks.merge(lane, 1, Integer::sum);
        return Integer.bitCount(look) == 1 ? read(lane, affordable(look), stored) : Optional.empty();
    }

    private int affordable(int look) {
        return (int) Math.min((long) look * ENTRIES_FOR_A_LOOK, most / 4);
    }

    /** Nothing if it has more entries than that. */
    private Optional<LaneIndex> read(LaneId lane, int atMost, Supplier<KeyValueIterator<String, LaneEntry>> stored) {
        LaneIndex index = new LaneIndex();
        try (KeyValueIterator<String, LaneEntry> rows = stored.get()) {
            while (rows.hasNext()) {
                if (index.size() == atMost) {
                    return Optional.empty();
                }
                index.put(rows.next().value);
            }
        }
        keep(lane, index);
        return Optional.of(index);
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

    private void keep(LaneId lane, LaneIndex index) {
        if (index.size() > most / 4) {
            return;
        }
        looks.remove(lane);
        lanes.put(lane, index);
        kept += weight(index);
        Iterator<LaneIndex> oldest = lanes.values().iterator();
        while (kept > most) {
            kept -= weight(oldest.next());
            oldest.remove();
        }
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
