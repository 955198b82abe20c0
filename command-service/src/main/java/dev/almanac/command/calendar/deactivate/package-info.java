/** Closing a calendar for new bookings. */
@NullMarked
package dev.almanac.command.calendar.deactivate;

import org.jspecify.annotations.NullMarked;
