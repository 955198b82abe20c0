/** The FullCalendar feed and its settings. */
@NullMarked
package dev.almanac.query.read.feed;

import org.jspecify.annotations.NullMarked;
