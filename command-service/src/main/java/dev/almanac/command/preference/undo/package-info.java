/** Taking back what one said of what one wants to be told of. */
@NullMarked
package dev.almanac.command.preference.undo;

import org.jspecify.annotations.NullMarked;
