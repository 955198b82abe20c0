package dev.almanac.recurrence.clock;

import dev.almanac.recurrence.wall.Dates;

/** Looks backwards in time with nothing but the way forwards. */
public final class Search {
    private Search() {}

    /** The last instant before, or {@link Instants#NONE}: windows that grow until one is not empty, then halving. */
    public static long lastBefore(Instants instants, long before) {
        long end = Math.min(before, Dates.END_INSTANT);
        for (long width = Dates.DAY; end > Dates.FIRST_INSTANT; width *= 4) {
            long start = Math.max(Dates.FIRST_INSTANT, end - width);
            long found = instants.next(start, end);
            if (found != Instants.NONE) {
                return lastBetween(instants, found, end);
            }
            end = start;
        }
        return Instants.NONE;
    }

    private static long lastBetween(Instants instants, long first, long end) {
        long found = first;
        long limit = end;
        while (limit - found > 1) {
            long middle = found + (limit - found) / 2;
            long next = instants.next(middle, limit);
            if (next == Instants.NONE) {
                limit = middle;
            } else {
                found = next;
            }
        }
        return found;
    }
}
