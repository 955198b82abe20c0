package dev.almanac.events.resource;

import org.jspecify.annotations.Nullable;

/** All that can be said about a resource; {@code timeZone} is an IANA id, {@code calendarId} its own calendar. */
public record ResourceProfile(
        String name,
        ResourceType resourceType,
        @Nullable String timeZone,
        @Nullable String calendarId) {}
