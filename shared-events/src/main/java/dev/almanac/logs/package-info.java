/** Logs that stay small when something fails again and again. */
@NullMarked
package dev.almanac.logs;

import org.jspecify.annotations.NullMarked;
