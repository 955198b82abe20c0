/** Lets others use a calendar, and takes that back. */
@NullMarked
package dev.almanac.command.calendar.share;

import org.jspecify.annotations.NullMarked;
