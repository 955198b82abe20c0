package dev.almanac.bench;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** The next execution after a random instant. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class CronNext {
    @Benchmark
    public long almanac(CronPeers peers) {
        return peers.almanac.nextAfter(peers.seconds[peers.turn()]);
    }

    @Benchmark
    public Object almanacAsObject(CronPeers peers) {
        return peers.almanac.next(peers.instants[peers.turn()]);
    }

    @Benchmark
    public Optional<ZonedDateTime> cronUtils(CronPeers peers) {
        return peers.cronUtils.nextExecution(peers.times[peers.turn()]);
    }

    @Benchmark
    public Date quartz(CronPeers peers) {
        return peers.quartz.getNextValidTimeAfter(peers.dates[peers.turn()]);
    }

    @Benchmark
    public @Nullable ZonedDateTime spring(CronPeers peers) {
        return peers.spring.next(peers.times[peers.turn()]);
    }

    @Benchmark
    public Instant jobrunr(CronPeers peers) {
        var instant = peers.instants[peers.turn()];
        return peers.jobrunr.next(instant, instant, CronPeers.ZONE);
    }
}
