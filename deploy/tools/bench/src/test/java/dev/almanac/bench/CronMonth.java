package dev.almanac.bench;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** All executions of 31 days from a random instant. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class CronMonth {
    @Benchmark
    public int almanac(CronPeers peers) {
        long from = peers.seconds[peers.turn()];
        return peers.almanac.fill(from, from + CronPeers.MONTH, peers.buffer);
    }

    @Benchmark
    public void cronUtils(CronPeers peers, Blackhole sink) {
        var from = peers.times[peers.turn()];
        var until = from.plusSeconds(CronPeers.MONTH);
        var next = peers.cronUtils.nextExecution(from);
        while (next.isPresent() && next.get().isBefore(until)) {
            sink.consume(next);
            next = peers.cronUtils.nextExecution(next.get());
        }
    }

    @Benchmark
    public void quartz(CronPeers peers, Blackhole sink) {
        var from = peers.dates[peers.turn()];
        var until = new Date(from.getTime() + CronPeers.MONTH * 1000);
        Date next = peers.quartz.getNextValidTimeAfter(from);
        while (next != null && next.before(until)) {
            sink.consume(next);
            next = peers.quartz.getNextValidTimeAfter(next);
        }
    }

    @Benchmark
    public void spring(CronPeers peers, Blackhole sink) {
        var from = peers.times[peers.turn()];
        var until = from.plusSeconds(CronPeers.MONTH);
        @Nullable ZonedDateTime next = peers.spring.next(from);
        while (next != null && next.isBefore(until)) {
            sink.consume(next);
            next = peers.spring.next(next);
        }
    }

    @Benchmark
    public void jobrunr(CronPeers peers, Blackhole sink) {
        Instant from = peers.instants[peers.turn()];
        var until = from.plusSeconds(CronPeers.MONTH);
        var next = peers.jobrunr.next(from, from, CronPeers.ZONE);
        while (next.isBefore(until)) {
            sink.consume(next);
            next = peers.jobrunr.next(from, next, CronPeers.ZONE);
        }
    }
}
