package dev.almanac.query.verifying;

import dev.almanac.query.store.FoundDocument;
import dev.almanac.query.verifying.VerificationReport.WrongDocument.Kind;
import dev.almanac.query.views.Delivered;
import dev.almanac.query.views.Stored;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What one document has been: as it was before what is not surely in the views, and after each change since. The views go on
 * being kept up to date while they are compared, so that the document in the store may be any of these.
 */
final class Trace<V> {
    /** A document that changes more often while it is compared says nothing. */
    static final int STATES_MAX = 100;

    /** The document after the change at that offset. */
    private record State<V>(TopicPartition partition, long offset, Stored<V> document) {
        boolean isSurelyIn(Map<TopicPartition, Long> applied) {
            return offset < applied.getOrDefault(partition, 0L);
        }
    }

    /** What is wrong with a document. */
    record Finding(Kind kind, List<String> fields) {}

    private final List<State<V>> states = new ArrayList<>();
    private final Map<TopicPartition, Set<String>> subjects = new HashMap<>();
    private @Nullable Doubt doubt;

    /** A change that touches the document, whether it comes to anything or not. */
    void touchedBy(Delivered delivered) {
        subjects.computeIfAbsent(partition(delivered), _ -> new HashSet<>())
                .add(delivered.change().subject());
        if (subjects.size() > 1) {
            doubt(Doubt.SEVERAL_PARTITIONS);
        }
    }

    /** @param applied how far the views were before anything was read */
    void becomes(Stored<V> document, Delivered delivered, Map<TopicPartition, Long> applied) {
        states.add(new State<>(partition(delivered), delivered.offset(), document));
        while (states.size() > 1 && states.get(1).isSurelyIn(applied)) {
            states.removeFirst();
        }
        if (states.size() > STATES_MAX) {
            doubt(Doubt.CHANGES_TOO_OFTEN);
            states.removeFirst();
        }
    }

    void doubt(Doubt why) {
        doubt = doubt == null ? why : doubt;
    }

    /** Null where the document could be said to be right or wrong. */
    @Nullable
    Doubt doubt() {
        return doubt;
    }

    /** Whose changes they are, by where they were found. */
    Map<TopicPartition, Set<String>> subjects() {
        return subjects;
    }

    /** As it is after all that was read; null if nothing has made it. */
    @Nullable
    Stored<V> last() {
        return states.isEmpty() ? null : states.getLast().document();
    }

    /**
     * What is wrong with what lies in the store; null if nothing is.
     *
     * @param applied how far the views surely were when it was found there
     */
    @Nullable
    Finding compare(@Nullable FoundDocument<V> found, Map<TopicPartition, Long> applied) {
        List<State<V>> possible = possible(applied);
        if (found == null) {
            return mayBeAbsent(possible, applied) ? null : new Finding(Kind.MISSING, List.of());
        }
        if (possible.isEmpty()) {
            return new Finding(Kind.SURPLUS, List.of());
        }
        List<String> fields = List.of();
        for (State<V> state : possible) {
            fields = found.differences(state.document());
            if (fields.isEmpty()) {
                return null;
            }
        }
        return new Finding(Kind.CHANGED, fields);
    }

    private List<State<V>> possible(Map<TopicPartition, Long> applied) {
        int from = 0;
        for (int i = 1; i < states.size(); i++) {
            from = states.get(i).isSurelyIn(applied) ? i : from;
        }
        return states.subList(from, states.size());
    }

    private static <V> boolean mayBeAbsent(List<State<V>> possible, Map<TopicPartition, Long> applied) {
        return possible.isEmpty() || !possible.getFirst().isSurelyIn(applied);
    }

    private static TopicPartition partition(Delivered delivered) {
        return new TopicPartition(delivered.topic(), delivered.partition());
    }
}
