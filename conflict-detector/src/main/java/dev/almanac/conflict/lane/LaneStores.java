package dev.almanac.conflict.lane;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.lane.LaneEntry;
import dev.almanac.events.lane.LaneId;
import dev.almanac.events.lane.Pair;
import dev.almanac.events.lane.Span;
import dev.almanac.streams.JsonSerde;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** The lanes' state in RocksDB, with a changelog on Kafka. Keys sort as text, so that what belongs together is a range. */
final class LaneStores {
    private static final String PROFILES = "lane-profiles";
    private static final String ENTRIES = "lane-entries";
    private static final String BY_START = "lane-entries-by-start";
    private static final String CONFLICTS = "lane-conflicts";

    /** Keeps the seconds of any year from 1 to 9999 positive and equally long. */
    private static final long EPOCH_OFFSET = 100_000_000_000L;

    private final KeyValueStore<String, ProfileState> profiles;
    private final KeyValueStore<String, LaneEntry> entries;
    private final KeyValueStore<String, LaneEntry> byStart;
    private final KeyValueStore<String, ConflictState> conflicts;
    private final LaneCache cache;

    LaneStores(ProcessorContext<?, ?> context, int cachedEntries) {
        this.cache = new LaneCache(cachedEntries);
        this.profiles = context.getStateStore(PROFILES);
        this.entries = context.getStateStore(ENTRIES);
        this.byStart = context.getStateStore(BY_START);
        this.conflicts = context.getStateStore(CONFLICTS);
    }

    static List<StoreBuilder<?>> builders(Function<String, KeyValueBytesStoreSupplier> stores) {
        return List.of(
                builder(stores.apply(PROFILES), ProfileState.class),
                builder(stores.apply(ENTRIES), LaneEntry.class),
                builder(stores.apply(BY_START), LaneEntry.class),
                builder(stores.apply(CONFLICTS), ConflictState.class));
    }

    private static <T> StoreBuilder<?> builder(KeyValueBytesStoreSupplier store, Class<T> type) {
        return Stores.keyValueStoreBuilder(store, Serdes.String(), JsonSerde.of(type));
    }

    ProfileState profile(LaneId lane) {
        ProfileState known = profiles.get(lane.key());
        return known == null ? ProfileState.UNKNOWN : known;
    }

    void put(LaneId lane, ProfileState profile) {
        profiles.put(lane.key(), profile);
    }

    @Nullable
    LaneEntry entry(LaneId lane, String claimId) {
        return entries.get(key(lane, claimId));
    }

    void put(LaneId lane, LaneEntry entry) {
        remove(lane, entry.claimId());
        entries.put(key(lane, entry.claimId()), entry);
        byStart.put(startKey(lane, entry.slot()) + entry.claimId(), entry);
        cache.put(lane, entry);
        ProfileState profile = profile(lane);
        Span span = Span.of(entry.slot());
        if (!profile.has(span)) {
            put(lane, profile.with(span));
        }
    }

    @Nullable
    LaneEntry remove(LaneId lane, String claimId) {
        LaneEntry removed = entries.delete(key(lane, claimId));
        if (removed != null) {
            byStart.delete(startKey(lane, removed.slot()) + claimId);
            cache.remove(lane, removed);
        }
        return removed;
    }

    List<LaneEntry> all(LaneId lane) {
        return read(entries.prefixScan(key(lane, ""), new StringSerializer()));
    }

    /** Bounded by the entries that overlap and by those that start at most one span's length before the slot. */
    List<LaneEntry> overlapping(LaneId lane, TimeSlot slot) {
        return cache.of(lane, () -> entries.prefixScan(key(lane, ""), new StringSerializer()))
                .map(index -> index.overlapping(slot))
                .orElseGet(() -> scanned(lane, slot));
    }

    private List<LaneEntry> scanned(LaneId lane, TimeSlot slot) {
        List<LaneEntry> found = new ArrayList<>();
        ProfileState profile = profile(lane);
        for (Span span : Span.values()) {
            if (!profile.has(span)) {
                continue;
            }
            String from = startKey(lane, span, slot.start().minus(span.longest()));
            String till = startKey(lane, span, slot.end());
            read(byStart.range(from, till)).stream()
                    .filter(entry -> entry.slot().overlaps(slot))
                    .forEach(found::add);
        }
        return found;
    }

    @Nullable
    ConflictState conflict(LaneId lane, Pair pair) {
        return conflicts.get(key(lane, pair.first()) + "|" + pair.second());
    }

    void put(LaneId lane, Pair pair, ConflictState conflict) {
        conflicts.put(key(lane, pair.first()) + "|" + pair.second(), conflict);
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

    private static String startKey(LaneId lane, TimeSlot slot) {
        return startKey(lane, Span.of(slot), slot.start());
    }

    private static String startKey(LaneId lane, Span span, Instant start) {
        long second = Math.max(0, start.getEpochSecond() + EPOCH_OFFSET);
        return "%s|%s|%012d|".formatted(lane.key(), span, second);
    }
}
