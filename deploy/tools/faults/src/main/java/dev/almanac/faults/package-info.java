/** Harm that is done to a running suite, and what it has to bear: one trial from its seed to its verdict. */
@NullMarked
package dev.almanac.faults;

import org.jspecify.annotations.NullMarked;
