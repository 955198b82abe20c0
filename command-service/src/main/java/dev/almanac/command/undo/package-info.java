/** Undo, whatever the change was of. */
@NullMarked
package dev.almanac.command.undo;

import org.jspecify.annotations.NullMarked;
