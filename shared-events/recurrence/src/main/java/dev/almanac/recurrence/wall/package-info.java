/** The nominal times of a rule, on a wall whose clock never changes: days as a bit mask of each month, times as one of each day. */
@NullMarked
package dev.almanac.recurrence.wall;

import org.jspecify.annotations.NullMarked;
