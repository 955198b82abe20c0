/** What is on a calendar on a day, in a week, in a month? */
@NullMarked
package dev.almanac.query.calendars.view;

import org.jspecify.annotations.NullMarked;
