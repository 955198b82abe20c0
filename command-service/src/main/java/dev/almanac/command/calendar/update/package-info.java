/** Changing what a calendar says of itself. */
@NullMarked
package dev.almanac.command.calendar.update;

import org.jspecify.annotations.NullMarked;
