/** Reading iCalendar files (RFC 5545) and importing what is valid in them. */
@NullMarked
package dev.almanac.command.ics;

import org.jspecify.annotations.NullMarked;
