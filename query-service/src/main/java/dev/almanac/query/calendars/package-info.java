/** Calendars, and who may see and change them. */
@NullMarked
package dev.almanac.query.calendars;

import org.jspecify.annotations.NullMarked;
