/** Resuming a recurring rule that is paused or disabled. */
@NullMarked
package dev.almanac.command.rule.resume;

import org.jspecify.annotations.NullMarked;
