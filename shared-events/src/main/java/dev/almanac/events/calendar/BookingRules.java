package dev.almanac.events.calendar;

/**
 * Within what whoever holds no share of a calendar may book on it for themselves.
 *
 * @param noticeMinutes so long before it starts, at least, a booking is made, moved or cancelled
 * @param horizonDays so many days ahead a booking starts, at most
 * @param perUserMax so many bookings that are not over somebody has there, at most
 */
public record BookingRules(int noticeMinutes, int horizonDays, int perUserMax) {
    public static final BookingRules DEFAULT = new BookingRules(0, 365, 10);
    public static final int NOTICE_MINUTES_MAX = 60 * 24 * 365;
    public static final int HORIZON_DAYS_MAX = 3_650;
    public static final int PER_USER_MAX = 1_000;
}
