package dev.almanac.recurrence.wall;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The Gregorian calendar of the years 1 to 9999 in numbers: a day counts from Monday 0001-01-01 as 0, a month is
 * {@code year * 12 + (month - 1)}, and a wall-clock time is in seconds since 1970-01-01T00:00 on that wall.
 */
public final class Dates {
    public static final int DAY = 86_400;
    static final int FIRST_MONTH = 12;
    public static final int END_MONTH = 10_000 * 12;

    /** The first day of every month: half a megabyte once, instead of leap-year arithmetic on every step. */
    private static final int[] FIRST_DAY = firstDays();

    /** Of every month, the weekday of its first day (Monday is 0) times 4, plus its days beyond 28. */
    private static final byte[] SHAPE = shapes();

    static final int SHAPES = 28;

    public static final int DAYS = FIRST_DAY[END_MONTH];
    private static final int EPOCH = FIRST_DAY[1970 * 12];
    public static final long MIN = midnight(0);
    public static final long END = midnight(DAYS);

    /** Instants of the calendar in whatever zone are in {@code [FIRST_INSTANT, END_INSTANT)}. */
    public static final long FIRST_INSTANT = MIN - DAY;

    public static final long END_INSTANT = END + DAY;

    private Dates() {}

    private static int[] firstDays() {
        var lengths = new int[] {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        var first = new int[END_MONTH + 2];
        for (int month = FIRST_MONTH; month <= END_MONTH; month++) {
            int year = month / 12;
            boolean leapDay = month % 12 == 1 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            first[month + 1] = first[month] + lengths[month % 12] + (leapDay ? 1 : 0);
        }
        return first;
    }

    private static byte[] shapes() {
        var shapes = new byte[END_MONTH + 1];
        for (int month = FIRST_MONTH; month <= END_MONTH; month++) {
            shapes[month] = (byte) (weekday(firstDay(month)) * 4 + length(month) - 28);
        }
        return shapes;
    }

    /** Months of one shape are alike but for their names: the same days fall on the same weekdays. */
    static int shape(int month) {
        return SHAPE[month];
    }

    public static int firstDay(int month) {
        return FIRST_DAY[month];
    }

    public static int length(int month) {
        return FIRST_DAY[month + 1] - FIRST_DAY[month];
    }

    /** The month that a day is in: a guess by the mean length of a month, which is off by one at most. */
    public static int month(int day) {
        int month = FIRST_MONTH + (int) (day * 4800L / 146_097);
        if (FIRST_DAY[month] > day) {
            return month - 1;
        }
        return FIRST_DAY[month + 1] <= day ? month + 1 : month;
    }

    /** Monday is 0. */
    public static int weekday(int day) {
        return day % 7;
    }

    public static int day(long wall) {
        return (int) Math.floorDiv(wall, (long) DAY) + EPOCH;
    }

    public static long midnight(int day) {
        return (long) (day - EPOCH) * DAY;
    }

    public static long wall(LocalDateTime time) {
        return time.toEpochSecond(ZoneOffset.UTC);
    }

    public static LocalDateTime time(long wall) {
        return LocalDateTime.ofEpochSecond(wall, 0, ZoneOffset.UTC);
    }

    public static boolean inCalendar(Instant instant) {
        return instant.getEpochSecond() >= MIN && instant.getEpochSecond() < END;
    }

    public static boolean inCalendar(LocalDateTime time) {
        return time.getYear() >= 1 && time.getYear() <= 9999;
    }
}
