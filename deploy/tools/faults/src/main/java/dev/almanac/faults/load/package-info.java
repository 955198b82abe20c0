/** Clients of a suite that book, move, remove and read, and workers that carry runs out. */
@NullMarked
package dev.almanac.faults.load;

import org.jspecify.annotations.NullMarked;
