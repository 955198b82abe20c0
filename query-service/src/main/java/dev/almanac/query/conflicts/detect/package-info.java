/** Looks again at what is booked, and compares what it finds with what the conflict-detector published. */
@NullMarked
package dev.almanac.query.conflicts.detect;

import org.jspecify.annotations.NullMarked;
