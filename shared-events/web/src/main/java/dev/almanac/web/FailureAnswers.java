package dev.almanac.web;

import org.jspecify.annotations.Nullable;

/** What failures of one kind are to the caller; a service has several, asked in their order. */
@FunctionalInterface
public interface FailureAnswers {

    /** Null where this is none of those that it knows. */
    @Nullable
    FailureAnswer of(Throwable failure);
}
