/** Who asks, and what they may ask for. */
@NullMarked
package dev.almanac.command.access;

import org.jspecify.annotations.NullMarked;
