/** What requests say of scheduled events, read into bookings and their details. */
@NullMarked
package dev.almanac.command.schedule.request;

import org.jspecify.annotations.NullMarked;
