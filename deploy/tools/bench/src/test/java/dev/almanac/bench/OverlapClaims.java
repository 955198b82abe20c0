package dev.almanac.bench;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.lane.LaneEntry;
import dev.almanac.events.resource.ResourceRole;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The same claims for every index. */
@State(Scope.Benchmark)
public class OverlapClaims {
    static final Duration MONTH = Duration.ofDays(31);
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int MONTHS = 20;

    @Param({"1000", "100000", "1000000"})
    public int claims;

    final List<LaneEntry> entries = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(42);

    @Setup
    public void fill() {
        for (int i = 0; i < claims; i++) {
            entries.add(entry(i, anyHour()));
        }
        for (int i = 0; i < MONTHS; i++) {
            Instant start = anyHour().start();
            entries.add(entry(claims + i, new TimeSlot(start, start.plus(MONTH))));
        }
    }

    TimeSlot anyHour() {
        Instant start = START.plusSeconds(60 * random.nextLong(120L * claims));
        return new TimeSlot(start, start.plusSeconds(3600));
    }

    private static LaneEntry entry(int number, TimeSlot slot) {
        return new LaneEntry("claim-%07d".formatted(number), slot, ResourceRole.PRIMARY, false);
    }
}
