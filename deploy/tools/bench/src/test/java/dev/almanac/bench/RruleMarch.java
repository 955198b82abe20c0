package dev.almanac.bench;

import java.util.Date;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** March 2026 of a rule that began in 2016. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class RruleMarch {
    @Benchmark
    public int almanac(RrulePeers peers) {
        return peers.almanac.fill(RrulePeers.MARCH.getEpochSecond(), RrulePeers.APRIL.getEpochSecond(), peers.buffer);
    }

    @Benchmark
    public void libRecur(RrulePeers peers, Blackhole sink) {
        var iterator = peers.libRecur.iterator(peers.libRecurStart);
        iterator.fastForward(RrulePeers.MARCH.toEpochMilli());
        while (iterator.hasNext() && iterator.peekMillis() < RrulePeers.APRIL.toEpochMilli()) {
            sink.consume(iterator.nextMillis());
        }
    }

    @Benchmark
    public Object ical4j(RrulePeers peers) {
        return peers.ical4j.getDates(
                peers.start, RrulePeers.MARCH.atZone(RrulePeers.ZONE), RrulePeers.APRIL.atZone(RrulePeers.ZONE));
    }

    @Benchmark
    public void biweekly(RrulePeers peers, Blackhole sink) {
        var iterator = peers.biweekly.getDateIterator(peers.startDate, RrulePeers.TIME_ZONE);
        iterator.advanceTo(Date.from(RrulePeers.MARCH));
        var april = Date.from(RrulePeers.APRIL);
        while (iterator.hasNext()) {
            var next = iterator.next();
            if (!next.before(april)) {
                break;
            }
            sink.consume(next);
        }
    }
}
