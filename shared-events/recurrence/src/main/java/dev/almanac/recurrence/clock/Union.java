package dev.almanac.recurrence.clock;

import java.util.stream.Stream;

/** What occurs by the one or by the other; at an instant of both, it is the first one's occurrence. */
public record Union(Instants one, Instants other) implements Instants {
    @Override
    public long next(long from, long until) {
        // The other is a list: what is found there spares the rule to look any further.
        long listed = other.next(from, until);
        return Math.min(one.next(from, Math.min(listed, until)), listed);
    }

    @Override
    public int fill(long from, long until, long[] into, int at) {
        int free = at;
        long start = from;
        while (free < into.length) {
            long stop = other.next(start, until);
            free = one.fill(start, Math.min(stop, until), into, free);
            if (stop == NONE || free == into.length) {
                break;
            }
            into[free++] = stop;
            start = stop + 1;
        }
        return free;
    }

    @Override
    public long nominal(long instant) {
        return having(instant).nominal(instant);
    }

    @Override
    public Occurrence occurrence(long instant) {
        return having(instant).occurrence(instant);
    }

    private Instants having(long instant) {
        return one.next(instant, instant + 1) == instant ? one : other;
    }

    @Override
    public Stream<DstAdjustment> dstReport(long from, long until) {
        return Stream.concat(one.dstReport(from, until), other.dstReport(from, until));
    }
}
