package dev.almanac.events.recurrence;

/** The days of a month that RFC 5545's parts name, as masks with bit 0 for the first of the month. */
final class MonthDays {
    private MonthDays() {}

    static int all(int length) {
        return -1 >>> (32 - length);
    }

    /** BYMONTHDAY: bit d counts from the start, or from the end. */
    static int numbered(long fromStart, long fromEnd, int length) {
        int backwards = Integer.reverse((int) (fromEnd >>> 1)) >>> (32 - length);
        return ((int) (fromStart >>> 1) & all(length)) | backwards;
    }

    /** All days on these weekdays, in a month that begins on that weekday. */
    static int on(int weekdays, int first, int length) {
        long rotated = ((weekdays | (long) weekdays << 7) >>> first) & 0x7F;
        return (int) (rotated * 0x1020_4081L) & all(length);
    }

    /** The n-th of a weekday, counted from the end if n is negative. */
    static int nth(NthDay day, int first, int length) {
        int same = on(1 << day.weekday(), first, length);
        int n = day.n() > 0 ? day.n() : Integer.bitCount(same) + 1 + day.n();
        for (int skipped = 1; skipped < n; skipped++) {
            same &= same - 1;
        }
        return n > 0 ? Integer.lowestOneBit(same) : 0;
    }
}
