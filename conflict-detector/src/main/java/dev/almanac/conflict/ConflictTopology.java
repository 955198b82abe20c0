package dev.almanac.conflict;

import dev.almanac.conflict.claim.ClaimTopology;
import dev.almanac.conflict.lane.LaneTopology;
import dev.almanac.events.wire.Topic;
import dev.almanac.jobs.StreamJob;
import java.util.function.Function;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.Stores;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** The whole stream: changes → claims → lanes → conflicts. */
@Component
public class ConflictTopology {

    /** For each task. All tasks together, of which one instance may have to carry all, take some fifty megabytes. */
    static final int KEPT_ENTRIES_MAX = 200_000 / Topic.PARTITIONS;

    @Bean
    static StreamJob detection() {
        return LaneTopology.DETECTION;
    }

    @Autowired
    void build(StreamsBuilder builder) {
        addTo(builder, Stores::persistentKeyValueStore, KEPT_ENTRIES_MAX);
    }

    static void addTo(StreamsBuilder builder, Function<String, KeyValueBytesStoreSupplier> stores, int keptEntries) {
        LaneTopology.addTo(builder, ClaimTopology.addTo(builder, stores), stores, keptEntries);
    }
}
