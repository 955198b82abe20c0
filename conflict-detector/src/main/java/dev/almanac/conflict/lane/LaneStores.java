package dev.almanac.conflict.lane;

import dev.almanac.conflict.index.Span;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.lane.LaneEntry;
import dev.almanac.events.lane.LaneId;
import dev.almanac.events.lane.Pair;
import dev.almanac.streams.JsonSerde;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
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

    private final KeyValueStore<String, ProfileState> profiles;
    private final KeyValueStore<String, ConflictState> conflicts;
    private final LaneEntries entries;

    /** The lane of the news at hand: its profile is asked for at each step. */
    private LaneId lane = new LaneId("");

    private ProfileState profile = ProfileState.UNKNOWN;

    LaneStores(ProcessorContext<?, ?> context, int keptEntries) {
        this.profiles = context.getStateStore(PROFILES);
        this.entries = new LaneEntries(context.getStateStore(ENTRIES), context.getStateStore(BY_START), keptEntries);
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

    ProfileState profile(LaneId asked) {
        if (!asked.equals(lane)) {
            ProfileState known = profiles.get(asked.key());
            lane = asked;
            profile = known == null ? ProfileState.UNKNOWN : known;
        }
        return profile;
    }

    void put(LaneId changed, ProfileState known) {
        profiles.put(changed.key(), known);
        lane = changed;
        profile = known;
    }

    /** What the claim took before. */
    @Nullable
    LaneEntry put(LaneId lane, LaneEntry entry) {
        ProfileState known = profile(lane);
        Span span = Span.of(entry.slot());
        if (!known.has(span)) {
            put(lane, known.with(span));
        }
        return entries.put(lane, entry);
    }

    @Nullable
    LaneEntry remove(LaneId lane, String claimId) {
        return entries.remove(lane, claimId);
    }

    List<LaneEntry> all(LaneId lane) {
        return entries.all(lane);
    }

    /** Bounded by the entries that overlap and by those that start at most one span's length before the slot. */
    List<LaneEntry> overlapping(LaneId lane, TimeSlot slot) {
        return entries.overlapping(lane, profile(lane).lengths(), slot);
    }

    @Nullable
    ConflictState conflict(LaneId lane, Pair pair) {
        return conflicts.get(key(lane, pair));
    }

    void put(LaneId lane, Pair pair, ConflictState conflict) {
        conflicts.put(key(lane, pair), conflict);
    }

    private static String key(LaneId lane, Pair pair) {
        return lane.key() + "|" + pair.first() + "|" + pair.second();
    }
}
