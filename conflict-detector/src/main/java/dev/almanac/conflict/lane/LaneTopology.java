package dev.almanac.conflict.lane;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.events.conflict.ConflictChange;
import dev.almanac.events.lane.LaneId;
import dev.almanac.events.wire.ChangeSerde;
import dev.almanac.events.wire.Topic;
import dev.almanac.jobs.Schedule;
import dev.almanac.jobs.StreamJob;
import dev.almanac.streams.JsonSerde;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** Brings all news of a lane together, and publishes the conflicts that follow. */
public final class LaneTopology {
    private static final Serde<LaneId> LANE = Serdes.serdeFrom(
            (_, lane) -> lane.key().getBytes(UTF_8), (_, bytes) -> new LaneId(new String(bytes, UTF_8)));

    /** There is no sweep: whatever may change a conflict is examined as it arrives, on the instance that has its lane. */
    public static final StreamJob DETECTION =
            new StreamJob("detection", "Examines lanes for conflicts", Schedule.sometimes("as claims arrive"));

    private LaneTopology() {}

    public static void addTo(
            StreamsBuilder builder,
            KStream<LaneId, LaneNews> news,
            Function<String, KeyValueBytesStoreSupplier> stores,
            int keptEntries) {
        List<StoreBuilder<?>> builders = LaneStores.builders(stores);
        builders.forEach(builder::addStateStore);
        news.repartition(Repartitioned.with(LANE, JsonSerde.of(LaneNews.class)).withName("lanes"))
                .process(
                        () -> new LaneProcessor(keptEntries),
                        Named.as("find-conflicts"),
                        builders.stream().map(StoreBuilder::name).toArray(String[]::new))
                .to(Topic.CONFLICTS_V1, Produced.with(Serdes.String(), new ChangeSerde<>(ConflictChange.class)));
    }
}
