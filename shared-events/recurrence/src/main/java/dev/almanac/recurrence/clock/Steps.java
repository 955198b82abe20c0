package dev.almanac.recurrence.clock;

/** Instants at a fixed distance, up to and including the last. Their nominal times are what the clock shows then. */
public record Steps(long first, long step, long last, ZoneClock clock) implements Instants {

    @Override
    public long next(long from, long until) {
        long next = from <= first ? first : first + Math.ceilDiv(from - first, step) * step;
        return next < until && next <= last ? next : NONE;
    }

    @Override
    public int fill(long from, long until, long[] into, int at) {
        long start = next(from, until);
        if (start == NONE) {
            return at;
        }
        long end = Math.min(until - 1, last);
        int count = (int) Math.min(into.length - at, (end - start) / step + 1);
        for (int i = 0; i < count; i++) {
            into[at + i] = start + i * step;
        }
        return at + count;
    }

    @Override
    public long nominal(long instant) {
        return instant + clock.offsetAt(instant);
    }

    @Override
    public Occurrence occurrence(long instant) {
        return clock.reading(instant);
    }
}
