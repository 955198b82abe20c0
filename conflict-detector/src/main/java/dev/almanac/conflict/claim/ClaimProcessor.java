package dev.almanac.conflict.claim;

import dev.almanac.conflict.lane.LaneNews;
import dev.almanac.events.Change;
import dev.almanac.events.Recorded;
import dev.almanac.events.lane.LaneId;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Remembers what each subject claims, and sends the lanes what becomes of it. */
abstract class ClaimProcessor<C extends Change> extends ContextualProcessor<String, Recorded<C>, LaneId, LaneNews> {
    private final String store;
    private @Nullable KeyValueStore<String, ClaimState> states;

    ClaimProcessor(String store) {
        this.store = store;
    }

    @Override
    public void init(ProcessorContext<LaneId, LaneNews> context) {
        super.init(context);
        states = context.getStateStore(store);
    }

    KeyValueStore<String, ClaimState> states() {
        return Objects.requireNonNull(states);
    }

    void forward(Map<LaneId, LaneNews> announcement, long timestamp) {
        announcement.forEach((lane, news) -> context().forward(new Record<>(lane, news, timestamp)));
    }
}
