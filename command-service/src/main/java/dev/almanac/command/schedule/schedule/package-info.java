/** Booking an event or a series on a calendar. */
@NullMarked
package dev.almanac.command.schedule.schedule;

import org.jspecify.annotations.NullMarked;
