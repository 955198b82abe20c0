/** Change requests: what somebody asked for in a sentence, what was proposed, and what became of it. */
@NullMarked
package dev.almanac.events.changerequest;

import org.jspecify.annotations.NullMarked;
