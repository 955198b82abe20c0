package dev.almanac.bench;

import com.cronutils.parser.CronParser;
import dev.almanac.recurrence.Cron;
import java.text.ParseException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Parsing, one shape after another; JobRunr, which has no {@code #}, gets one of the others twice. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class CronParse {
    private static final CronShape[] SHAPES = CronShape.values();
    private final CronParser parser = CronPeers.cronUtilsParser();
    private int at;

    private CronShape turn() {
        at = (at + 1) % SHAPES.length;
        return SHAPES[at];
    }

    @Benchmark
    public Object almanac() {
        return new Cron(turn().unix);
    }

    @Benchmark
    public Object cronUtils() {
        return parser.parse(turn().quartz);
    }

    @Benchmark
    public Object quartz() throws ParseException {
        return new org.quartz.CronExpression(turn().quartz);
    }

    @Benchmark
    public Object spring() {
        return org.springframework.scheduling.support.CronExpression.parse(turn().spring);
    }

    @Benchmark
    public Object jobrunr() {
        var shape = turn();
        return CronPeers.jobrunr(shape == CronShape.NTH ? CronShape.WEEKDAY9 : shape);
    }
}
