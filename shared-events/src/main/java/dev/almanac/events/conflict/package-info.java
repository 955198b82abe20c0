/** Conflicts: two claims on one lane that cannot both be kept. */
@NullMarked
package dev.almanac.events.conflict;

import org.jspecify.annotations.NullMarked;
