package dev.almanac.faults.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One line of a history. Every request has a line when it is sent, and one when it was answered; one that was not answered has
 * none, or a line that says why not.
 */
public record Entry(
        Kind kind,
        Instant at,
        long number,
        @Nullable String who,
        @Nullable String method,
        @Nullable String path,
        @Nullable String key,
        @Nullable JsonNode body,
        @Nullable Integer status) {

    /** What a line tells. */
    public enum Kind {
        ASKED,
        ANSWERED,
        UNANSWERED,
        FAULT_BEGAN,
        FAULT_ENDED,
        RECOVERED,
        /** It could not be done, or its own condition was not met. */
        FAULT_FAILED,
        /** Which calendars, resources and rules the load is about, and anything else that the checker has to know. */
        NOTED
    }

    public static Entry of(Kind kind, Instant at, long number, @Nullable String who, @Nullable JsonNode body) {
        return new Entry(kind, at, number, who, null, null, null, body, null);
    }
}
