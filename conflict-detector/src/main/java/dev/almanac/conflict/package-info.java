/** Finds overlapping claims on calendars and resources. */
@NullMarked
package dev.almanac.conflict;

import org.jspecify.annotations.NullMarked;
