/** How a board is drawn: functions from what is shown and a size to a grid of cells. */
@NullMarked
package dev.almanac.terminal.views;

import org.jspecify.annotations.NullMarked;
