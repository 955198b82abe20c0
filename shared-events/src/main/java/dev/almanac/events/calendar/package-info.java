/** Calendars: what may be booked, by whom, and how many at once. */
@NullMarked
package dev.almanac.events.calendar;

import org.jspecify.annotations.NullMarked;
