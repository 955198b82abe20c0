/** Creating a recurring rule. */
@NullMarked
package dev.almanac.command.rule.create;

import org.jspecify.annotations.NullMarked;
