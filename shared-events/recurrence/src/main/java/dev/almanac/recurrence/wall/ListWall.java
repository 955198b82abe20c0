package dev.almanac.recurrence.wall;

import java.util.Arrays;
import java.util.stream.LongStream;

/** Nominal times that are listed one by one. */
public final class ListWall implements Wall {
    private final long[] times;

    public ListWall(LongStream times) {
        this.times = times.sorted().distinct().toArray();
    }

    private int indexFrom(long time) {
        int found = Arrays.binarySearch(times, time);
        return found < 0 ? ~found : found;
    }

    @Override
    public long next(long from, long until) {
        int index = indexFrom(from);
        return index < times.length && times[index] < until ? times[index] : NONE;
    }

    @Override
    public int fill(long from, long until, long shift, long[] into, int at) {
        int free = at;
        for (int i = indexFrom(from); i < times.length && times[i] < until && free < into.length; i++) {
            into[free++] = times[i] + shift;
        }
        return free;
    }

    @Override
    public long nth(long n, long from) {
        long index = indexFrom(from) + n - 1;
        return index < times.length ? times[(int) index] : NONE;
    }
}
