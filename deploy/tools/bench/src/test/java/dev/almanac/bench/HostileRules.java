package dev.almanac.bench;

import dev.almanac.recurrence.Cron;
import dev.almanac.recurrence.Recurrence;
import dev.almanac.recurrence.Rrule;
import dev.almanac.recurrence.Series;
import dev.almanac.recurrence.clock.InvalidRecurrence;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From text to an answer or a clear error, for rules meant to take for ever: the bar is 50 ms each. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@State(Scope.Benchmark)
public class HostileRules {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final LocalDateTime START = LocalDateTime.parse("2026-01-01T00:00");
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    /** All 732 positions, written {@code *}. */
    private static final String BOTH_ENDS =
            IntStream.rangeClosed(1, 366).mapToObj(n -> n + ",-" + n).collect(Collectors.joining(","));

    @Param({
        "0 0 31 2 *",
        "0 0 L-30 2 *",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=WEEKLY;INTERVAL=2147483647;BYDAY=MO,TU;BYMONTH=3",
        "FREQ=YEARLY;BYDAY=53MO;BYMONTHDAY=1;BYYEARDAY=-300",
        "FREQ=YEARLY;BYSETPOS=366,-366;BYDAY=MO",
        "FREQ=SECONDLY;INTERVAL=86399;BYHOUR=3;BYMINUTE=0;BYSECOND=0",
        "FREQ=SECONDLY;BYDAY=MO;COUNT=1000000000",
        "FREQ=SECONDLY;COUNT=1000000000",
        "FREQ=DAILY;BYHOUR=9,17;BYSETPOS=1;COUNT=1000000000",
        "FREQ=YEARLY;BYWEEKNO=1,20,53,-1;COUNT=1000000000",
        "FREQ=SECONDLY;INTERVAL=3598;BYMINUTE=7;BYSECOND=11;COUNT=200000",
        "FREQ=MINUTELY;INTERVAL=59;BYMINUTE=7;COUNT=200000",
        "FREQ=MINUTELY;INTERVAL=59;BYMINUTE=7;BYDAY=TU;COUNT=200000",
        "FREQ=HOURLY;INTERVAL=168;BYDAY=TU",
        "FREQ=DAILY;BYHOUR=9,17;BYMINUTE=0,5,10;BYSETPOS=*;COUNT=20000",
        "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=*;COUNT=20000",
        "FREQ=WEEKLY;BYSETPOS=5;BYDAY=MO,TU;BYHOUR=9,10"
    })
    public String rule = "";

    /** What a door asks of a new series or rule: its first year, what follows now, a window and the last. */
    @Benchmark
    public Object askedAtTheDoor() {
        try {
            var series = Series.of(recurrence(), START, ZONE);
            return List.of(
                    series.first(366).size(),
                    series.next(NOW),
                    series.between(NOW, Instant.MAX, 1000).toList().size(),
                    series.previous(Instant.MAX));
        } catch (InvalidRecurrence refused) {
            return refused;
        }
    }

    @Benchmark
    public Object next() {
        try {
            return Series.ofRule(recurrence(), START, ZONE).next(NOW);
        } catch (InvalidRecurrence refused) {
            return refused;
        }
    }

    private Recurrence recurrence() {
        return rule.startsWith("FREQ") ? new Rrule(rule.replace("*", BOTH_ENDS)) : new Cron(rule);
    }
}
