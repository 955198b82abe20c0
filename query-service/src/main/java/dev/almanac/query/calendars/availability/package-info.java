/** When a calendar has room. */
@NullMarked
package dev.almanac.query.calendars.availability;

import org.jspecify.annotations.NullMarked;
