/** What the capacity of a calendar led to: warnings, refusals and overrides, recorded in the calendar's own stream. */
@NullMarked
package dev.almanac.command.overbooking;

import org.jspecify.annotations.NullMarked;
