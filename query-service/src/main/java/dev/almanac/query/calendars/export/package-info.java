/** A calendar as a file for other programs. */
@NullMarked
package dev.almanac.query.calendars.export;

import org.jspecify.annotations.NullMarked;
