/** What a recurrence means: from its text to the instants on which it occurs, whatever the clocks of its zone do. */
@NullMarked
package dev.almanac.recurrence;

import org.jspecify.annotations.NullMarked;
