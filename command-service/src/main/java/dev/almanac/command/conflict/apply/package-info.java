/** Takes a way out of a conflict that was suggested, as the command that it is. */
@NullMarked
package dev.almanac.command.conflict.apply;

import org.jspecify.annotations.NullMarked;
