/** Asking for a change in a sentence. */
@NullMarked
package dev.almanac.command.changerequest.propose;

import org.jspecify.annotations.NullMarked;
