/** What requests say of calendars. */
@NullMarked
package dev.almanac.command.calendar.request;

import org.jspecify.annotations.NullMarked;
