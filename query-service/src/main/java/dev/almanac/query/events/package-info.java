/** Scheduled events, and where they and their occurrences take place. */
@NullMarked
package dev.almanac.query.events;

import org.jspecify.annotations.NullMarked;
