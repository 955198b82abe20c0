/** A conflict as decisions see it. */
@NullMarked
package dev.almanac.command.conflict.model;

import org.jspecify.annotations.NullMarked;
