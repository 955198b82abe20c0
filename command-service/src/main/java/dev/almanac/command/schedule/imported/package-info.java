/** Taking over an event that was booked elsewhere. */
@NullMarked
package dev.almanac.command.schedule.imported;

import org.jspecify.annotations.NullMarked;
