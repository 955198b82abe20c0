/** The calendar of operations: runs with what may be done about them. */
@NullMarked
package dev.almanac.query.runs.calendar;

import org.jspecify.annotations.NullMarked;
