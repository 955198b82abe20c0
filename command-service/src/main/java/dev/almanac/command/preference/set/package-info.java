/** Saying what one wants to be told of. */
@NullMarked
package dev.almanac.command.preference.set;

import org.jspecify.annotations.NullMarked;
