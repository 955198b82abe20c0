/** The FullCalendar feed and its settings. */
@NullMarked
package dev.almanac.query.events.feed;

import org.jspecify.annotations.NullMarked;
