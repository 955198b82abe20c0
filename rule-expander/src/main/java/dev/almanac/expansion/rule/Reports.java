package dev.almanac.expansion.rule;

import dev.almanac.events.run.RunReport;
import dev.almanac.events.run.RunReport.RunFailed;
import dev.almanac.events.run.RunReport.RunStarted;
import dev.almanac.events.run.RunReport.RunSucceeded;
import java.time.Instant;

/** What a worker's report comes to: nothing, unless it speaks of the attempt that is under way. */
final class Reports {
    private Reports() {}

    static Step apply(RunReport report, Instant now, RuleState state) {
        Bookkeeping book = new Bookkeeping(state, now);
        book.open(report.occurrenceId())
                .filter(run -> run.phase() != OpenRun.Phase.RETRYING)
                .filter(run -> report.attempt() == null || report.attempt() == run.attempt())
                .ifPresent(run -> apply(report, run, now, book));
        return book.done();
    }

    private static void apply(RunReport report, OpenRun run, Instant now, Bookkeeping book) {
        switch (report) {
            case RunStarted(var _, var _, var note) -> {
                if (run.phase() == OpenRun.Phase.DUE) {
                    book.started(run, now, note);
                }
            }
            case RunSucceeded(var _, var _, var note) -> book.succeeded(run, now, note);
            case RunFailed(var _, var _, var note) -> book.failed(run, now, note);
        }
    }
}
