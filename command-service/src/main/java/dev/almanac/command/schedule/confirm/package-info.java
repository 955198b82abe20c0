/** Confirming a booking. */
@NullMarked
package dev.almanac.command.schedule.confirm;

import org.jspecify.annotations.NullMarked;
