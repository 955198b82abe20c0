/** Which events and series are there, and what is known of one? */
@NullMarked
package dev.almanac.query.events.schedules;

import org.jspecify.annotations.NullMarked;
