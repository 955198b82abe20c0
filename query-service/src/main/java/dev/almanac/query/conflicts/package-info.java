/** Conflicts, what somebody may do about them, and their suggested resolutions. */
@NullMarked
package dev.almanac.query.conflicts;

import org.jspecify.annotations.NullMarked;
