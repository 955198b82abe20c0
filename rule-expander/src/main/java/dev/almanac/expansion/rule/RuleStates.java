package dev.almanac.expansion.rule;

import dev.almanac.events.wire.ChangeJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The states of one task's rules, as JSON in its store; those used last are in memory as well, so that they are not read
 * anew for each occurrence. Begins anew with the store: after a transaction that was given up, both are as they were before.
 */
final class RuleStates {
    /** Some kilobytes each. */
    private static final int REMEMBERED_MAX = 2_000;

    private final KeyValueStore<String, byte[]> store;
    private final Map<String, RuleState> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RuleState> eldest) {
            return size() > REMEMBERED_MAX;
        }
    };

    RuleStates(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /** Null if there is none. Throws what Jackson throws if this build cannot read it. */
    @Nullable
    RuleState get(String ruleId) {
        RuleState known = remembered.get(ruleId);
        if (known != null) {
            return known;
        }
        byte[] json = store.get(ruleId);
        return json == null ? null : remember(ruleId, read(json));
    }

    /** As it is kept, readable or not. */
    byte[] json(String ruleId) {
        return Objects.requireNonNull(store.get(ruleId));
    }

    void put(String ruleId, RuleState state) {
        store.put(ruleId, ChangeJson.mapper().writeValueAsBytes(state));
        remember(ruleId, state);
    }

    /** It is read from the store again when it is asked for. */
    void forget(String ruleId) {
        remembered.remove(ruleId);
    }

    void forEach(Consumer<KeyValue<String, byte[]>> action) {
        try (KeyValueIterator<String, byte[]> all = store.all()) {
            all.forEachRemaining(action);
        }
    }

    static RuleState read(byte[] json) {
        return ChangeJson.mapper().readValue(json, RuleState.class);
    }

    private RuleState remember(String ruleId, RuleState state) {
        remembered.put(ruleId, state);
        return state;
    }
}
