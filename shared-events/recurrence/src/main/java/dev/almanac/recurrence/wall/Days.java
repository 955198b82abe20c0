package dev.almanac.recurrence.wall;

/** Which days of each month are in: the whole calendar part of a rule, as one integer a month. */
public interface Days {
    /** Bit {@code d - 1} is set if day {@code d} of the month is in. */
    int mask(int month);

    /** The first month at or after this one that may have a day, or {@link Dates#END_MONTH} or more if none has. */
    default int monthFrom(int month) {
        return month;
    }

    default boolean has(int day) {
        int month = Dates.month(day);
        return (mask(month) >>> (day - Dates.firstDay(month)) & 1) != 0;
    }
}
