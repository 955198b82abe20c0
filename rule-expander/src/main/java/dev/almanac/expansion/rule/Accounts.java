package dev.almanac.expansion.rule;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;

/** The runs of all rules that this instance looks after: had their time, ended in each way, going on, unaccounted for. */
final class Accounts {
    private static final AtomicLong NOMINAL = gauge("nominal");
    private static final AtomicLong SUCCEEDED = gauge("succeeded");
    private static final AtomicLong FAILED = gauge("failed");
    private static final AtomicLong MISSED = gauge("missed");
    private static final AtomicLong SKIPPED = gauge("skipped");
    private static final AtomicLong OPEN = gauge("open");
    private static final AtomicLong UNACCOUNTED = gauge("unaccounted");

    private Accounts() {}

    static void replace(RunBook before, RunBook after) {
        add(before, -1);
        add(after, 1);
    }

    static void add(RunBook book, int sign) {
        add(NOMINAL, book, sign, b -> b.tally().nominal());
        add(SUCCEEDED, book, sign, b -> b.tally().succeeded());
        add(FAILED, book, sign, b -> b.tally().failed());
        add(MISSED, book, sign, b -> b.tally().missed());
        add(SKIPPED, book, sign, b -> b.tally().skipped());
        add(OPEN, book, sign, b -> b.open().size());
        add(UNACCOUNTED, book, sign, RunBook::unaccounted);
    }

    private static void add(AtomicLong gauge, RunBook book, int sign, ToLongFunction<RunBook> number) {
        gauge.addAndGet(sign * number.applyAsLong(book));
    }

    private static AtomicLong gauge(String state) {
        AtomicLong number = new AtomicLong();
        Gauge.builder("scheduling.rule.runs", number, AtomicLong::get)
                .tag("state", state)
                .register(Metrics.globalRegistry);
        return number;
    }
}
