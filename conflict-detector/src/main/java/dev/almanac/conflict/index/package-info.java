/** What overlaps a slot on a lane, from memory where it was looked at before. */
@NullMarked
package dev.almanac.conflict.index;

import org.jspecify.annotations.NullMarked;
