/** Conflicts: what people decide about overlaps that conflict-detector has found. */
@NullMarked
package dev.almanac.command.conflict;

import org.jspecify.annotations.NullMarked;
