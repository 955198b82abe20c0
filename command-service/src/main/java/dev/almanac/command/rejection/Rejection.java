package dev.almanac.command.rejection;

import org.jspecify.annotations.Nullable;

/**
 * Why the domain said no. Each lives with what refuses; the name of its record is the sentence, and {@code detail} says it to a
 * person.
 */
public sealed interface Rejection {

    String detail();

    /** The business rule that refused, such as {@code SCH-001}; null where none is numbered. */
    default @Nullable String rule() {
        return null;
    }

    /** The request field at fault, when it is one. */
    default @Nullable String field() {
        return null;
    }

    /** What was asked for is never possible. */
    non-sealed interface Invalid extends Rejection {}

    /** The caller may not. */
    non-sealed interface Forbidden extends Rejection {}

    /** What it is about is not there. */
    non-sealed interface Missing extends Rejection {}

    /** Others are in the way. */
    non-sealed interface Conflicting extends Rejection {}

    /** The caller has seen another version. */
    non-sealed interface Stale extends Rejection {}

    non-sealed interface TooLarge extends Rejection {}

    /** Possible, but not as things are. */
    non-sealed interface Unprocessable extends Rejection {}
}
