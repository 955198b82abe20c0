/** Pausing a recurring rule. */
@NullMarked
package dev.almanac.command.rule.pause;

import org.jspecify.annotations.NullMarked;
