/** Recurrences in plain English. */
@NullMarked
package dev.almanac.recurrence.english;

import org.jspecify.annotations.NullMarked;
