package dev.almanac.recurrence.clock;

import dev.almanac.recurrence.wall.ListWall;
import java.util.stream.LongStream;

/** Instants that are listed one by one; their nominal times are what the clock shows then. */
public record ListedInstants(ListWall list, ZoneClock clock) implements Instants {
    public ListedInstants(LongStream instants, ZoneClock clock) {
        this(new ListWall(instants), clock);
    }

    @Override
    public long next(long from, long until) {
        return list.next(from, until);
    }

    @Override
    public int fill(long from, long until, long[] into, int at) {
        return list.fill(from, until, 0, into, at);
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
