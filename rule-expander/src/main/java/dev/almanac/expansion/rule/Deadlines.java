package dev.almanac.expansion.rule;

import dev.almanac.events.run.RunNote;
import java.time.Instant;

/** Ends what takes too long, starts the next attempt of what failed, and what was postponed. */
final class Deadlines {
    private static final RunNote TIMED_OUT = new RunNote(null, "Took longer than its timeout", null, null);

    private Deadlines() {}

    static Step at(Instant now, RuleState state) {
        if (state.book().open().stream().allMatch(run -> run.next().isAfter(now))
                && state.book().postponed().stream().allMatch(run -> run.dueAt().isAfter(now))) {
            return Step.of(state);
        }
        Bookkeeping book = new Bookkeeping(state, now);
        book.backfillUpTo(now);
        book.open().stream().filter(run -> !run.next().isAfter(now)).forEach(run -> {
            switch (run.phase()) {
                case DUE -> book.missed(run);
                case RUNNING -> book.failed(run, now, TIMED_OUT);
                case RETRYING -> book.retry(run);
            }
        });
        return book.done();
    }
}
