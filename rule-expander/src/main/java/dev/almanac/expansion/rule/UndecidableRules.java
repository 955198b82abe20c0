package dev.almanac.expansion.rule;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** The rules of one task that the clock cannot decide, each reported once; a metric that alerts. */
final class UndecidableRules {
    private static final AtomicLong ALL = new AtomicLong();

    static {
        Gauge.builder("scheduling.rules.undecidable", ALL, AtomicLong::get)
                .description("Rules that cannot be decided and stand still; see the dead letters of the topic of rules")
                .register(Metrics.globalRegistry);
    }

    private final Set<String> rules = new HashSet<>();

    /** Over all tasks of this instance. */
    static long count() {
        return ALL.get();
    }

    /** Answers whether nobody knew. */
    boolean add(String ruleId) {
        boolean added = rules.add(ruleId);
        ALL.addAndGet(added ? 1 : 0);
        return added;
    }

    void remove(String ruleId) {
        ALL.addAndGet(rules.remove(ruleId) ? -1 : 0);
    }

    /** Somebody else looks after these rules now. */
    void close() {
        ALL.addAndGet(-rules.size());
        rules.clear();
    }
}
