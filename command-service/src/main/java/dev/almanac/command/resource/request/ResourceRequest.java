package dev.almanac.command.resource.request;

import dev.almanac.command.http.Fields;
import dev.almanac.events.resource.ResourceProfile;
import dev.almanac.events.resource.ResourceType;
import org.jspecify.annotations.Nullable;

/** The body that registers or replaces what a resource says of itself. */
public record ResourceRequest(
        @Nullable String name,
        @Nullable String resourceType,
        @Nullable String timeZone,
        @Nullable String calendarId,
        @Nullable Integer bufferMinutes) {
    private static final int BUFFER_MINUTES_MAX = 24 * 60;

    public ResourceProfile profile() {
        Fields fields = new Fields();
        String resourceName = fields.text("name", name, 128);
        ResourceType type = fields.constant("resourceType", resourceType, ResourceType.class);
        String zone = timeZone == null ? null : fields.zone("timeZone", timeZone);
        String calendar = fields.optionalText("calendarId", calendarId, 64);
        if (bufferMinutes != null) {
            fields.range("bufferMinutes", bufferMinutes, 0, 0, BUFFER_MINUTES_MAX);
        }
        return fields.valid(() -> new ResourceProfile(resourceName, type, zone, calendar, bufferMinutes));
    }
}
