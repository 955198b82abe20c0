/** Which calendars are there? */
@NullMarked
package dev.almanac.query.read.calendars;

import org.jspecify.annotations.NullMarked;
