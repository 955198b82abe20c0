/** A change, and what happened to its subject before and since. */
@NullMarked
package dev.almanac.command.past;

import org.jspecify.annotations.NullMarked;
