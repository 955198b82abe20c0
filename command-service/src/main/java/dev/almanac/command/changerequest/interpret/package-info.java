/**
 * What a sentence means: pure, and without rights. An interpreter is given a sentence and the subjects that it may be about,
 * and answers in the closed vocabulary of {@code Intention}; what follows from that is decided elsewhere.
 */
@NullMarked
package dev.almanac.command.changerequest.interpret;

import org.jspecify.annotations.NullMarked;
