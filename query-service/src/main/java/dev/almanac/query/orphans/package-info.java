/** Finds companions that are out of step with their primaries, tells those whom it concerns, and repairs nothing. */
@NullMarked
package dev.almanac.query.orphans;

import org.jspecify.annotations.NullMarked;
