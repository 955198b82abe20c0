/** Opening a calendar. */
@NullMarked
package dev.almanac.command.calendar.create;

import org.jspecify.annotations.NullMarked;
