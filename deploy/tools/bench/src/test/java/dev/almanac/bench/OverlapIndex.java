package dev.almanac.bench;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.lane.LaneEntry;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** What overlaps a random hour on one lane: claims of an hour, at half of the hours, and twenty that last for a month. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class OverlapIndex {
    @Benchmark
    public List<LaneEntry> laneIndex(OverlapClaims claims, OverlapPeers.Ours ours) {
        return ours.overlapping(claims.anyHour());
    }

    @Benchmark
    public int linearScan(OverlapClaims claims) {
        TimeSlot hour = claims.anyHour();
        int found = 0;
        for (LaneEntry entry : claims.entries) {
            found += entry.slot().overlaps(hour) ? 1 : 0;
        }
        return found;
    }

    @Benchmark
    public List<LaneEntry> treeMap(OverlapClaims claims, OverlapPeers.Tree tree) {
        return tree.overlapping(claims.anyHour());
    }

    @Benchmark
    public int rocksDb(OverlapClaims claims, OverlapPeers.Rocks rocks) {
        return rocks.overlapping(claims.anyHour());
    }

    @Benchmark
    public int gist(OverlapClaims claims, OverlapPeers.Gist gist) throws SQLException {
        return gist.overlapping(claims.anyHour());
    }
}
