package dev.almanac.recurrence.wall;

/** The days of a month that RFC 5545's parts name, as masks with bit 0 for the first of the month. */
public final class MonthDays {
    private MonthDays() {}

    public static int all(int length) {
        return -1 >>> (32 - length);
    }

    /** BYMONTHDAY: bit d counts from the start, or from the end. */
    public static int numbered(long fromStart, long fromEnd, int length) {
        int backwards = Integer.reverse((int) (fromEnd >>> 1)) >>> (32 - length);
        return ((int) (fromStart >>> 1) & all(length)) | backwards;
    }

    /** All days on these weekdays, in a month that begins on that weekday. */
    public static int on(int weekdays, int first, int length) {
        long rotated = ((weekdays | (long) weekdays << 7) >>> first) & 0x7F;
        return (int) (rotated * 0x1020_4081L) & all(length);
    }

    /** The n-th of a weekday, counted from the end if n is negative. */
    public static int nth(NthDay day, int first, int length) {
        return position(day.n(), on(1 << day.weekday(), first, length));
    }

    /** The n-th of the days in a mask, counted from the end if n is negative; none if there are not so many. */
    public static int position(int n, int mask) {
        int left = mask;
        int skip = n > 0 ? n - 1 : Integer.bitCount(mask) + n;
        for (int i = 0; i < skip && left != 0; i++) {
            left &= left - 1;
        }
        return skip < 0 ? 0 : Integer.lowestOneBit(left);
    }

    /** The day from Monday to Friday that is nearest to this day and in the same month; 0 stands for the last day. */
    public static int weekdayNearest(int day, int first, int length) {
        int wanted = day == 0 ? length : day;
        if (wanted > length) {
            return 0;
        }
        int nearest = switch ((first + wanted - 1) % 7) {
            case 5 -> wanted == 1 ? wanted + 2 : wanted - 1;
            case 6 -> wanted == length ? wanted - 2 : wanted + 1;
            default -> wanted;
        };
        return 1 << (nearest - 1);
    }
}
