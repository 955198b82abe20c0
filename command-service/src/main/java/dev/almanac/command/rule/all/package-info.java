/** Pausing all rules at once, and resuming those. */
@NullMarked
package dev.almanac.command.rule.all;

import org.jspecify.annotations.NullMarked;
