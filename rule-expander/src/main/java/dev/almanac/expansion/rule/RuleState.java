package dev.almanac.expansion.rule;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one rule.
 *
 * @param sequence the last occurrence change that was published about it, -1 before the first
 * @param position of the last change of the event store that was heard; what the clock does later bears it, too
 * @param deferred changes that were heard and do not hold yet, the oldest first
 * @param zones what its zone was expected to do when its occurrences were published; null in states of earlier builds
 */
record RuleState(
        long sequence,
        Long position,
        Definition definition,
        RunBook book,
        List<Deferred> deferred,
        @Nullable ZoneOutlook zones) {

    RuleState {
        position = Objects.requireNonNullElse(position, 0L);
        deferred = List.copyOf(deferred == null ? List.of() : deferred);
    }

    static RuleState opened(Definition definition, RunBook book) {
        ZoneOutlook zones = ZoneOutlook.at(definition.profile().timeZone(), book.watermark());
        return new RuleState(-1, 0L, definition, book, List.of(), zones);
    }

    /** The last change that was heard; repeats and stragglers are older. */
    long heard() {
        return deferred.isEmpty() ? definition.version() : deferred.getLast().version();
    }

    RuleState with(Definition newDefinition) {
        return new RuleState(sequence, position, newDefinition, book, deferred, zones);
    }

    RuleState with(RunBook newBook) {
        return new RuleState(sequence, position, definition, newBook, deferred, zones);
    }

    RuleState with(ZoneOutlook newZones) {
        return new RuleState(sequence, position, definition, book, deferred, newZones);
    }

    /** What it comes to follows from all up to there. */
    RuleState at(long newPosition) {
        return new RuleState(sequence, Math.max(position, newPosition), definition, book, deferred, zones);
    }

    RuleState published(int changes) {
        return new RuleState(sequence + changes, position, definition, book, deferred, zones);
    }

    RuleState deferring(Deferred change) {
        List<Deferred> all = Stream.concat(deferred.stream(), Stream.of(change)).toList();
        return new RuleState(sequence, position, definition, book, all, zones);
    }

    RuleState withoutFirstDeferred() {
        return new RuleState(sequence, position, definition, book, deferred.subList(1, deferred.size()), zones);
    }
}
