/** Settling a conflict. */
@NullMarked
package dev.almanac.command.conflict.resolve;

import org.jspecify.annotations.NullMarked;
