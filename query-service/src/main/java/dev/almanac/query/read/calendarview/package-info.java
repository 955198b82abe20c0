/** What is on a calendar on a day, in a week, in a month? */
@NullMarked
package dev.almanac.query.read.calendarview;

import org.jspecify.annotations.NullMarked;
