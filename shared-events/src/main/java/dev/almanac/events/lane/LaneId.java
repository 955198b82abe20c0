package dev.almanac.events.lane;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/** A calendar or a resource, as the key under which all its claims come together. */
public record LaneId(String key) {
    private static final String CALENDAR = "calendar:";
    private static final String RESOURCE = "resource:";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LaneId {}

    public static LaneId calendar(String calendarId) {
        return new LaneId(CALENDAR + calendarId);
    }

    public static LaneId resource(String resourceId) {
        return new LaneId(RESOURCE + resourceId);
    }

    public @Nullable String calendarId() {
        return key.startsWith(CALENDAR) ? key.substring(CALENDAR.length()) : null;
    }

    public @Nullable String resourceId() {
        return key.startsWith(RESOURCE) ? key.substring(RESOURCE.length()) : null;
    }

    @Override
    @JsonValue
    public String key() {
        return key;
    }
}
