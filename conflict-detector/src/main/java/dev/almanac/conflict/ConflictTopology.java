package dev.almanac.conflict;

import dev.almanac.conflict.claim.ClaimTopology;
import dev.almanac.conflict.lane.LaneTopology;
import java.util.function.Function;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.Stores;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The whole stream: changes → claims → lanes → conflicts. */
@Component
public class ConflictTopology {

    /** Some fifty megabytes for each task. */
    static final int CACHED_ENTRIES_MAX = 200_000;

    @Autowired
    void build(StreamsBuilder builder) {
        addTo(builder, Stores::persistentKeyValueStore, CACHED_ENTRIES_MAX);
    }

    static void addTo(StreamsBuilder builder, Function<String, KeyValueBytesStoreSupplier> stores, int cachedEntries) {
        LaneTopology.addTo(builder, ClaimTopology.addTo(builder, stores), stores, cachedEntries);
    }
}
