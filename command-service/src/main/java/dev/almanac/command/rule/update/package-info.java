/** Changing what a recurring rule says. */
@NullMarked
package dev.almanac.command.rule.update;

import org.jspecify.annotations.NullMarked;
