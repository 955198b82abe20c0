/** What a recurrence means. */
@NullMarked
package dev.almanac.events.recurrence;

import org.jspecify.annotations.NullMarked;
