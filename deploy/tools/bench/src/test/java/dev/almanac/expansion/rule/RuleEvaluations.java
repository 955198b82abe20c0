package dev.almanac.expansion.rule;

import dev.almanac.events.rule.JobTemplate;
import dev.almanac.events.rule.RuleChange.RuleCreated;
import dev.almanac.events.rule.RuleMetadata;
import dev.almanac.events.rule.RuleOptions;
import dev.almanac.events.rule.RuleProfile;
import dev.almanac.events.wire.ChangeJson;
import dev.almanac.recurrence.Cron;
import dev.almanac.recurrence.Every;
import dev.almanac.recurrence.Recurrence;
import dev.almanac.recurrence.Rrule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the clock does to a rule, without Kafka: in the package of what it measures, which nobody else may see. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class RuleEvaluations {
    private static final Instant MIDNIGHT = Instant.parse("2026-03-02T00:00:00Z");
    private static final int RULES = 4096;

    private final RuleState[] rules = new RuleState[RULES];
    private final byte[][] stored = new byte[RULES][];
    private final Instant[] due = new Instant[RULES];
    private int at;

    @Setup
    public void prepare() {
        Random random = new Random(42);
        for (int i = 0; i < RULES; i++) {
            RuleCreated created = new RuleCreated("rule-" + i, profile(recurrence(random)), MIDNIGHT, "bench");
            rules[i] = RuleChanges.created(created, 0, MIDNIGHT).state();
            stored[i] = ChangeJson.mapper().writeValueAsBytes(rules[i]);
            due[i] = DueScan.next(MIDNIGHT, rules[i]).orElseThrow();
        }
    }

    /** One occurrence is due: it is told, and the rule knows when something happens to it again. */
    @Benchmark
    public Object due() {
        int rule = turn();
        return Decision.at(due[rule], rules[rule]);
    }

    /** The same of a rule that is not in memory. */
    @Benchmark
    public Object dueAfterItWasRead() {
        int rule = turn();
        return Decision.at(due[rule], RuleStates.read(stored[rule]));
    }

    @Benchmark
    public Instant next() {
        return RuleClock.wakeAt(MIDNIGHT, rules[turn()]);
    }

    private int turn() {
        at = (at + 1) % RULES;
        return at;
    }

    private static Recurrence recurrence(Random random) {
        int minute = random.nextInt(60);
        return switch (random.nextInt(4)) {
            case 0 -> new Cron(minute + " * * * *");
            case 1 -> new Cron(minute + " 1-22/3 * * *");
            case 2 -> new Rrule("FREQ=DAILY;BYHOUR=3,9,21;BYMINUTE=" + minute);
            default -> new Every(Duration.ofMinutes(61 + minute), null);
        };
    }

    private static RuleProfile profile(Recurrence recurrence) {
        return new RuleProfile(
                "bench",
                recurrence,
                LocalDateTime.parse("2026-03-01T00:00:00"),
                "UTC",
                "bench",
                new JobTemplate("bench", null, JobTemplate.PRIORITY_DEFAULT, JobTemplate.TIMEOUT_SECONDS_DEFAULT),
                RuleOptions.DEFAULT,
                new RuleMetadata(null, null, List.of()));
    }
}
