/** Importing an iCalendar file. */
@NullMarked
package dev.almanac.command.ics;

import org.jspecify.annotations.NullMarked;
