package dev.almanac.command.schedule;

import dev.almanac.command.rejection.Rejection;

/** Somebody books without a share, and not within the rules of the calendar. */
record OutsideBookingRules(String field, String detail) implements Rejection.Unprocessable {}
