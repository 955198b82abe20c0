package dev.almanac.recurrence.rrule;

public enum Frequency {
    SECONDLY(1),
    MINUTELY(60),
    HOURLY(3600),
    DAILY(0),
    WEEKLY(0),
    MONTHLY(0),
    YEARLY(0);

    /** The fixed length of a period in elapsed time; 0 if it is counted in days of the calendar. */
    final int seconds;

    Frequency(int seconds) {
        this.seconds = seconds;
    }

    public boolean isElapsed() {
        return seconds > 0;
    }
}
