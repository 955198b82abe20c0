/** Letting a conflict be. */
@NullMarked
package dev.almanac.command.conflict.dismiss;

import org.jspecify.annotations.NullMarked;
