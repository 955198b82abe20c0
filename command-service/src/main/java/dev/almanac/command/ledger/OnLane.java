package dev.almanac.command.ledger;

/** A command on a calendar: it runs under the lock of the calendar's lane, as bookings do. */
public interface OnLane {
    String calendarId();
}
