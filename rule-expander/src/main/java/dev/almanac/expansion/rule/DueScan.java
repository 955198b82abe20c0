package dev.almanac.expansion.rule;

import dev.almanac.events.rule.RuleOptions;
import dev.almanac.events.rule.RuleProfile;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes up the occurrences whose time has come, and moves the watermark past them. */
final class DueScan {
    private static final Comparator<Pending> IN_ORDER = Comparator.comparing(Pending::dueAt)
            .thenComparing(pending -> pending.planned().scheduledAt());

    /** Jitter lets an occurrence overtake this many others at most: rules run once a minute at most. */
    private static final int OVERTAKEN_MAX = RuleOptions.JITTER_SECONDS_MAX / 60 + 1;

    private DueScan() {}

    /** Those up to now, up to a limit that keeps a step short; the state stays as it is when there are none. */
    static RuleState until(Instant now, RuleState state) {
        Instant end = now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        List<Planned> come = come(state, end);
        return come.isEmpty() ? state : takenUp(state, come, end);
    }

    /** Those before a change of the rule, which are still as it was; up to a limit, too. */
    static RuleState before(Instant change, RuleState state) {
        return state.book().watermark().isBefore(change) ? takenUp(state, come(state, change), change) : state;
    }

    /** When the next one is due. Jitter may let it overtake others that are scheduled before it. */
    static Optional<Instant> next(Instant now, RuleState state) {
        Definition definition = state.definition();
        Instant from = state.book().watermark();
        return definition
                .occurrences(from, now.plus(RuleProfile.HORIZON_DAYS, ChronoUnit.DAYS), 1)
                .findFirst()
                .map(definition::dueAt)
                .flatMap(first -> Stream.concat(
                                Stream.of(first),
                                definition
                                        .occurrences(from, first, OVERTAKEN_MAX)
                                        .map(definition::dueAt))
                        .min(Comparator.naturalOrder()));
    }

    /** One more, which is due by itself. */
    static RunBook with(RunBook book, Pending one) {
        return book.takenUp(
                book.watermark(),
                Stream.concat(book.pending().stream(), Stream.of(one))
                        .sorted(IN_ORDER)
                        .toList());
    }

    private static List<Planned> come(RuleState state, Instant until) {
        Instant watermark = state.book().watermark();
        return watermark.isBefore(until)
                ? state.definition()
                        .occurrences(watermark, until, Limits.OCCURRENCES_PER_STEP)
                        .toList()
                : List.of();
    }

    private static RuleState takenUp(RuleState state, List<Planned> come, Instant until) {
        RunBook book = state.book();
        Definition definition = state.definition();
        Instant watermark = come.size() == Limits.OCCURRENCES_PER_STEP
                ? come.getLast().scheduledAt().plusSeconds(1)
                : until;
        List<Pending> pending = Stream.concat(
                        book.pending().stream(),
                        come.stream().map(planned -> new Pending(planned, definition.dueAt(planned), false, null)))
                .sorted(IN_ORDER)
                .toList();
        return state.with(book.takenUp(watermark, pending));
    }
}
