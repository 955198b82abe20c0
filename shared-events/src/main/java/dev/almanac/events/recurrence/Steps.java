package dev.almanac.events.recurrence;

/** Instants at a fixed distance, up to and including the last. Their nominal times are what the clock shows then. */
record Steps(long first, long step, long last, ZoneClock clock) implements Instants {

    @Override
    public long next(long from, long until) {
        long next = from <= first ? first : first + Math.ceilDiv(from - first, step) * step;
        return next < until && next <= last ? next : NONE;
    }

    @Override
    public int fill(long from, long until, long[] into, int at) {
        long end = Math.min(until - 1, last);
        int free = at;
        for (long next = next(from, until); next <= end && free < into.length; next += step) {
            into[free++] = next;
        }
        return free;
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
