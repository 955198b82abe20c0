package dev.almanac.recurrence.wall;

/**
 * A BYDAY entry with a number: the n-th such weekday of the month or year, from its end if n is negative.
 *
 * @param weekday Monday is 0
 */
public record NthDay(int n, int weekday) {}
