/** Calendars and resources as lanes, read from the views: what claims them, and what conflicts on them. */
@NullMarked
package dev.almanac.query.lanes;

import org.jspecify.annotations.NullMarked;
