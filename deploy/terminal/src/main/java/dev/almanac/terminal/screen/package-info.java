/** A terminal as a grid of cells that is painted, and keys and a mouse that are read. */
@NullMarked
package dev.almanac.terminal.screen;

import org.jspecify.annotations.NullMarked;
