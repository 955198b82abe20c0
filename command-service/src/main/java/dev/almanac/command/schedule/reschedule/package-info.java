/** Moving a booking to another time. */
@NullMarked
package dev.almanac.command.schedule.reschedule;

import org.jspecify.annotations.NullMarked;
