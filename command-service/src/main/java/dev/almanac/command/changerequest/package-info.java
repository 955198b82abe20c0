/** Changes that somebody asks for in a sentence: proposed, and applied once they are confirmed. */
@NullMarked
package dev.almanac.command.changerequest;

import org.jspecify.annotations.NullMarked;
