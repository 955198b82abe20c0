/** Asking for a run beside the recurrence. */
@NullMarked
package dev.almanac.command.rule.runnow;

import org.jspecify.annotations.NullMarked;
