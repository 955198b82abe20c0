package dev.almanac.terminal.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which events are asked for; what is null is not asked about. */
public record EventSearch(
        @Nullable String calendarId,
        @Nullable String resourceId,
        @Nullable Instant from,
        @Nullable Instant till,
        @Nullable String words,
        @Nullable String status,
        @Nullable String category) {

    public static EventSearch between(Instant from, Instant till) {
        return new EventSearch(null, null, from, till, null, null, null);
    }

    /** From now on, in no time that ends. */
    public static EventSearch words(String words, Instant from, Instant till) {
        return new EventSearch(null, null, from, till, words, null, null);
    }

    public EventSearch on(@Nullable String calendar) {
        return new EventSearch(calendar, resourceId, from, till, words, status, category);
    }
}
