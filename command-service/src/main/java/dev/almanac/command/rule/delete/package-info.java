/** Deleting a recurring rule. */
@NullMarked
package dev.almanac.command.rule.delete;

import org.jspecify.annotations.NullMarked;
