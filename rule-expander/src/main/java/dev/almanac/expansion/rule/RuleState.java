package dev.almanac.expansion.rule;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * All that is known of one rule.
 *
 * @param sequence the last occurrence change that was told of it, -1 before the first
 * @param position of the last change of the event store that was heard; what the clock does later bears it, too
 * @param deferred changes that were heard and do not hold yet, the oldest first
 */
record RuleState(long sequence, Long position, Definition definition, RunBook book, List<Deferred> deferred) {

    RuleState {
        position = Objects.requireNonNullElse(position, 0L);
        deferred = List.copyOf(deferred == null ? List.of() : deferred);
    }

    static RuleState opened(Definition definition, RunBook book) {
        return new RuleState(-1, 0L, definition, book, List.of());
    }

    /** The last change that was heard; repeats and stragglers are older. */
    long heard() {
        return deferred.isEmpty() ? definition.version() : deferred.getLast().version();
    }

    RuleState with(Definition newDefinition) {
        return new RuleState(sequence, position, newDefinition, book, deferred);
    }

    RuleState with(RunBook newBook) {
        return new RuleState(sequence, position, definition, newBook, deferred);
    }

    /** What it comes to follows from all up to there. */
    RuleState at(long newPosition) {
        return new RuleState(sequence, Math.max(position, newPosition), definition, book, deferred);
    }

    RuleState told(int changes) {
        return new RuleState(sequence + changes, position, definition, book, deferred);
    }

    RuleState deferring(Deferred change) {
        List<Deferred> all = Stream.concat(deferred.stream(), Stream.of(change)).toList();
        return new RuleState(sequence, position, definition, book, all);
    }

    RuleState withoutFirstDeferred() {
        return new RuleState(sequence, position, definition, book, deferred.subList(1, deferred.size()));
    }
}
