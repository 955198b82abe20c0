/** Replacing what a booking says. */
@NullMarked
package dev.almanac.command.schedule.update;

import org.jspecify.annotations.NullMarked;
