package dev.almanac.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** The first occurrences from the start, a call for the whole list. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class RruleFirst {
    @Benchmark
    public int almanac(RrulePeers peers) {
        var list = new long[peers.shape.count];
        return peers.almanac.fill(Long.MIN_VALUE, Long.MAX_VALUE, list);
    }

    @Benchmark
    public Object almanacFromText(RrulePeers peers) {
        var list = new long[peers.shape.count];
        return RrulePeers.series(peers.shape).fill(Long.MIN_VALUE, Long.MAX_VALUE, list);
    }

    @Benchmark
    public void libRecur(RrulePeers peers, Blackhole sink) {
        var iterator = peers.libRecur.iterator(peers.libRecurStart);
        for (int i = 0; i < peers.shape.count; i++) {
            sink.consume(iterator.nextMillis());
        }
    }

    @Benchmark
    public Object ical4j(RrulePeers peers) {
        return peers.ical4j.getDates(peers.start, peers.start, peers.start.plusYears(1000), peers.shape.count);
    }

    @Benchmark
    public void biweekly(RrulePeers peers, Blackhole sink) {
        var iterator = peers.biweekly.getDateIterator(peers.startDate, RrulePeers.TIME_ZONE);
        for (int i = 0; i < peers.shape.count; i++) {
            sink.consume(iterator.next());
        }
    }
}
