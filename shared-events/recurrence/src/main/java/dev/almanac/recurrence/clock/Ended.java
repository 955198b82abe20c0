package dev.almanac.recurrence.clock;

import java.util.stream.Stream;

/** Instants up to and including a last one. */
public record Ended(Instants all, long last) implements Instants {

    @Override
    public long next(long from, long until) {
        return all.next(from, Math.min(until, last + 1));
    }

    @Override
    public int fill(long from, long until, long[] into, int at) {
        return all.fill(from, Math.min(until, last + 1), into, at);
    }

    @Override
    public long nominal(long instant) {
        return all.nominal(instant);
    }

    @Override
    public Occurrence occurrence(long instant) {
        return all.occurrence(instant);
    }

    @Override
    public Stream<DstAdjustment> dstReport(long from, long until) {
        return all.dstReport(from, Math.min(until, last + 1));
    }
}
