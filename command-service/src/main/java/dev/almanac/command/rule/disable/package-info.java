/** Disabling a recurring rule. */
@NullMarked
package dev.almanac.command.rule.disable;

import org.jspecify.annotations.NullMarked;
