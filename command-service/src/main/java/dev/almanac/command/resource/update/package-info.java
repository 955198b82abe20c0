/** Changing what a resource says of itself. */
@NullMarked
package dev.almanac.command.resource.update;

import org.jspecify.annotations.NullMarked;
