/** Calendars as they are now. */
@NullMarked
package dev.almanac.query.view.calendar;

import org.jspecify.annotations.NullMarked;
