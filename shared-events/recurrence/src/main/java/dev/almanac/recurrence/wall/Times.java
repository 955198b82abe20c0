package dev.almanac.recurrence.wall;

/** The times of a day, in seconds after midnight: every listed second of every listed minute of every listed hour. */
public final class Times {
    public static final Times MIDNIGHT = new Times(1, 1, 1);

    private final long hours;
    private final long minutes;
    private final long seconds;
    private final int perMinute;
    private final int perHour;
    private final int[] times;

    /** Each argument has a bit for each value that is in; none is empty. */
    public Times(long hours, long minutes, long seconds) {
        this.hours = hours;
        this.minutes = minutes;
        this.seconds = seconds;
        perMinute = Long.bitCount(seconds);
        perHour = Long.bitCount(minutes) * perMinute;
        times = new int[Long.bitCount(hours) * perHour];
        int at = 0;
        for (long h = hours; h != 0; h &= h - 1) {
            for (long m = minutes; m != 0; m &= m - 1) {
                for (long s = seconds; s != 0; s &= s - 1) {
                    times[at++] = Long.numberOfTrailingZeros(h) * 3600
                            + Long.numberOfTrailingZeros(m) * 60
                            + Long.numberOfTrailingZeros(s);
                }
            }
        }
    }

    public int count() {
        return times.length;
    }

    public int get(int index) {
        return times[index];
    }

    /** How many times are before this one, which is the index of the first that is not. */
    int before(int time) {
        int hour = time / 3600;
        int rank = Long.bitCount(hours & below(hour)) * perHour;
        if ((hours >>> hour & 1) == 0) {
            return rank;
        }
        int minute = time / 60 % 60;
        rank += Long.bitCount(minutes & below(minute)) * perMinute;
        return (minutes >>> minute & 1) == 0 ? rank : rank + Long.bitCount(seconds & below(time % 60));
    }

    private static long below(int bit) {
        return (1L << bit) - 1;
    }

    /** Writes {@code base + time} for the times in {@code [fromIndex, untilIndex)}. */
    void copy(int fromIndex, int untilIndex, long base, long[] into, int at) {
        for (int i = fromIndex; i < untilIndex; i++) {
            into[at + i - fromIndex] = base + times[i];
        }
    }
}
