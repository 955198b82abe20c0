package dev.almanac.expansion.rule;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Takes up the occurrences whose time has come, and moves the watermark past them. */
final class TakingUp {
    private static final Comparator<Pending> IN_ORDER = Comparator.comparing(Pending::dueAt)
            .thenComparing(pending -> pending.planned().scheduledAt());

    private TakingUp() {}

    /** Those up to now, so many at most that a step stays short. */
    static RuleState until(Instant now, RuleState state) {
        return takeUp(state, now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1), Limits.OCCURRENCES_PER_STEP);
    }

    /** Those before a change of the rule, which are still as it was; so many at most, too. */
    static RuleState before(Instant change, RuleState state) {
        return takeUp(state, change, Limits.OCCURRENCES_PER_STEP);
    }

    private static RuleState takeUp(RuleState state, Instant until, int limit) {
        RunBook book = state.book();
        Definition definition = state.definition();
        if (!book.watermark().isBefore(until)) {
            return state;
        }
        List<Planned> come =
                definition.occurrences(book.watermark(), until, limit).toList();
        Instant watermark = come.size() == limit ? come.getLast().scheduledAt().plusSeconds(1) : until;
        List<Pending> pending = Stream.concat(
                        book.pending().stream(),
                        come.stream().map(planned -> new Pending(planned, definition.dueAt(planned), false)))
                .sorted(IN_ORDER)
                .toList();
        return state.with(book.takenUp(watermark, pending));
    }
}
