package dev.almanac.recurrence.wall;

/** The nominal times of a rule, ascending, on a wall whose clock never changes. */
public interface Wall {
    long NONE = Long.MAX_VALUE;

    /** The first nominal time in {@code [from, until)}, or {@link #NONE}. */
    long next(long from, long until);

    /** Writes {@code time + shift} for those in {@code [from, until)} while there is room; answers the next free index. */
    int fill(long from, long until, long shift, long[] into, int at);

    /** The {@code n}-th nominal time at or after {@code from}, counted from 1, or {@link #NONE}. */
    long nth(long n, long from);
}
