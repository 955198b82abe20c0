/** Taking a change of a calendar back, as a change of its own. */
@NullMarked
package dev.almanac.command.calendar.undo;

import org.jspecify.annotations.NullMarked;
