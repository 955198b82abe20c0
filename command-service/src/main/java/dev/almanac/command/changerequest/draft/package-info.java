/** From a sentence to what is proposed: read, planned and rehearsed. Nothing is kept. */
@NullMarked
package dev.almanac.command.changerequest.draft;

import org.jspecify.annotations.NullMarked;
