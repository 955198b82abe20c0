/** The calendar aggregate. */
@NullMarked
package dev.almanac.command.calendar;

import org.jspecify.annotations.NullMarked;
