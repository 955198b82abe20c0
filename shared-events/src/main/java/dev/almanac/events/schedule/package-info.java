/** Scheduled events: single bookings and series on a calendar. */
@NullMarked
package dev.almanac.events.schedule;

import org.jspecify.annotations.NullMarked;
