package dev.almanac.expansion.rule;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The runs of one task's rules as metrics: had their time, ended in each way, going on, unaccounted for. */
final class Accounts {
    private static final List<Account> ACCOUNTS = List.of(
            Account.of("nominal", book -> book.tally().nominal()),
            Account.of("succeeded", book -> book.tally().succeeded()),
            Account.of("failed", book -> book.tally().failed()),
            Account.of("missed", book -> book.tally().missed()),
            Account.of("skipped", book -> book.tally().skipped()),
            Account.of("open", book -> book.open().size()),
            Account.of("unaccounted", RunBook::unaccounted));

    private final long[] ours = new long[ACCOUNTS.size()];

    /** A sum over all tasks of this instance. */
    private record Account(AtomicLong sum, ToLongFunction<RunBook> number) {

        static Account of(String state, ToLongFunction<RunBook> number) {
            AtomicLong sum = new AtomicLong();
            Gauge.builder("scheduling.rule.runs", sum, AtomicLong::get)
                    .tag("state", state)
                    .register(Metrics.globalRegistry);
            return new Account(sum, number);
        }

        long of(@Nullable RunBook book) {
            return book == null ? 0 : number.applyAsLong(book);
        }
    }

    void replace(@Nullable RunBook before, RunBook after) {
        for (int i = 0; i < ours.length; i++) {
            Account account = ACCOUNTS.get(i);
            add(i, account.of(after) - account.of(before));
        }
    }

    /** Somebody else looks after these rules now. */
    void close() {
        for (int i = 0; i < ours.length; i++) {
            add(i, -ours[i]);
        }
    }

    private void add(int i, long difference) {
        ours[i] += difference;
        ACCOUNTS.get(i).sum().addAndGet(difference);
    }
}
