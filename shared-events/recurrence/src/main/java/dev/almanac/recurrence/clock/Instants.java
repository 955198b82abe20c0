package dev.almanac.recurrence.clock;

import dev.almanac.recurrence.wall.Wall;
import java.util.stream.Stream;

/** The instants of a series, ascending and distinct, in epoch seconds. */
public interface Instants {
    long NONE = Wall.NONE;

    /** The first instant in {@code [from, until)}, or {@link #NONE}. */
    long next(long from, long until);

    /** Writes those in {@code [from, until)} while there is room; answers the next free index. */
    int fill(long from, long until, long[] into, int at);

    /** The nominal time of an instant that one of the above has answered. */
    long nominal(long instant);

    /** What occurs at such an instant. */
    Occurrence occurrence(long instant);

    /** What the changes of the clocks in {@code [from, until)} do, lazily: nothing where time is elapsed time. */
    default Stream<DstAdjustment> dstReport(long from, long until) {
        return Stream.of();
    }
}
