package dev.almanac.events.resource;

import org.jspecify.annotations.Nullable;

/**
 * All that can be said about a resource.
 *
 * @param timeZone IANA id
 * @param calendarId its own calendar
 * @param bufferMinutes how long it needs between two claims, 0 to 1440; null for none
 */
public record ResourceProfile(
        String name,
        ResourceType resourceType,
        @Nullable String timeZone,
        @Nullable String calendarId,
        @Nullable Integer bufferMinutes) {}
