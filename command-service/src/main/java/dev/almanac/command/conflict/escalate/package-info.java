/** Handing a conflict to somebody else, by hand or because it waited too long. */
@NullMarked
package dev.almanac.command.conflict.escalate;

import org.jspecify.annotations.NullMarked;
