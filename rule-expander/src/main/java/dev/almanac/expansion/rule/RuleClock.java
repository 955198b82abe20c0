package dev.almanac.expansion.rule;

import java.time.Instant;
import java.util.stream.Stream;

/** What the passing of time does to a rule. */
final class RuleClock {
    private RuleClock() {}

    static Step advance(Instant now, RuleState state) {
        Step ended = Deadlines.at(now, state);
        return state.deferred().isEmpty() ? ended.then(s -> followed(now, s)) : ended.then(s -> Backlog.step(now, s));
    }

    private static Step followed(Instant now, RuleState state) {
        return Admission.at(now, DueScan.until(now, state))
                .then(s -> Horizon.extend(now, s))
                .then(s -> Step.of(s.with(s.definition().forgetting(settled(s.book())))));
    }

    /** When time does something to it again. */
    static Instant wakeAt(Instant now, RuleState state) {
        if (!state.deferred().isEmpty()) {
            return now;
        }
        Stream<Instant> runs = state.book().open().stream().map(OpenRun::next);
        Stream<Instant> dues = state.book().pending().stream()
                .filter(pending -> !pending.waiting())
                .map(Pending::dueAt);
        Stream<Instant> postponed = state.book().postponed().stream().map(Pending::dueAt);
        return Stream.of(runs, dues, postponed, upcoming(now, state))
                .flatMap(instants -> instants)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    private static Stream<Instant> upcoming(Instant now, RuleState state) {
        if (!state.definition().active()) {
            return Stream.empty();
        }
        return Stream.concat(DueScan.next(now, state).stream(), Stream.of(Horizon.nextDay(state)));
    }

    /** Every occurrence that was due before it has been decided. */
    private static Instant settled(RunBook book) {
        return book.pending().stream()
                .map(Pending::dueAt)
                .min(Instant::compareTo)
                .filter(book.watermark()::isAfter)
                .orElse(book.watermark());
    }
}
