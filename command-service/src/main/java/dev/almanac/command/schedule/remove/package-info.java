/** Taking a booking off its calendar. */
@NullMarked
package dev.almanac.command.schedule.remove;

import org.jspecify.annotations.NullMarked;
