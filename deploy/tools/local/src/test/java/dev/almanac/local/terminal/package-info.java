/** The calendar of the terminal, used in one. */
@NullMarked
package dev.almanac.local.terminal;

import org.jspecify.annotations.NullMarked;
