package dev.almanac.conflict.lane;

import dev.almanac.conflict.index.LaneIndex;
import dev.almanac.conflict.index.Span;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.lane.LaneEntry;
import dev.almanac.events.lane.LaneId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The entries of all lanes of a task, by claim and by start. The index beside them lives as long as the task that owns the
 * stores: after a failed transaction both begin anew.
 */
final class LaneEntries {
    /** Keeps the seconds of any year from 1 to 9999 positive and equally long. */
    private static final long EPOCH_OFFSET = 100_000_000_000L;

    private static final StringSerializer PREFIX = new StringSerializer();

    private final KeyValueStore<String, LaneEntry> byClaim;
    private final KeyValueStore<String, LaneEntry> byStart;
    private final LaneIndex index;

    LaneEntries(KeyValueStore<String, LaneEntry> byClaim, KeyValueStore<String, LaneEntry> byStart, int keptEntries) {
        this.byClaim = byClaim;
        this.byStart = byStart;
        this.index = new LaneIndex(keptEntries, this::starting);
    }

    /** What the claim took before. */
    @Nullable
    LaneEntry put(LaneId lane, LaneEntry entry) {
        LaneEntry before = byClaim.get(key(lane, entry.claimId()));
        if (before != null) {
            forget(lane, before);
        }
        byClaim.put(key(lane, entry.claimId()), entry);
        byStart.put(startKey(lane, entry), entry);
        index.put(lane, entry);
        return before;
    }

    @Nullable
    LaneEntry remove(LaneId lane, String claimId) {
        LaneEntry removed = byClaim.delete(key(lane, claimId));
        if (removed != null) {
            forget(lane, removed);
        }
        return removed;
    }

    /** Puts null by start: {@code delete} would read first what it is to forget. */
    private void forget(LaneId lane, LaneEntry entry) {
        byStart.put(startKey(lane, entry), null);
        index.remove(lane, entry);
    }

    List<LaneEntry> all(LaneId lane) {
        return read(byClaim.prefixScan(key(lane, ""), PREFIX));
    }

    List<LaneEntry> overlapping(LaneId lane, Collection<Span> spans, TimeSlot slot) {
        return index.overlapping(lane, spans, slot);
    }

    /** Keys hold seconds: what starts in the one that has begun counts, too. */
    private List<LaneEntry> starting(LaneId lane, Span span, Instant from, Instant till) {
        return read(byStart.range(startKey(lane, span, from), startKey(lane, span, till.plusSeconds(1))));
    }

    private static List<LaneEntry> read(KeyValueIterator<String, LaneEntry> range) {
        List<LaneEntry> read = new ArrayList<>();
        try (range) {
            range.forEachRemaining(row -> read.add(row.value));
        }
        return read;
    }

    private static String key(LaneId lane, String claimId) {
        return lane.key() + "|" + claimId;
    }

    private static String startKey(LaneId lane, LaneEntry entry) {
        return startKey(lane, Span.of(entry.slot()), entry.slot().start()) + entry.claimId();
    }

    private static String startKey(LaneId lane, Span span, Instant start) {
        long second = Math.max(0, start.getEpochSecond() + EPOCH_OFFSET);
        return "%s|%s|%012d|".formatted(lane.key(), span.letter(), second);
    }
}
