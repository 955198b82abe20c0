/** Recurring rules: who may say what of them, and how many. */
@NullMarked
package dev.almanac.command.rule;

import org.jspecify.annotations.NullMarked;
