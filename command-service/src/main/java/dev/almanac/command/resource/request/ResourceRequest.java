package dev.almanac.command.resource.request;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.almanac.events.resource.ResourceProfile;
import dev.almanac.events.resource.ResourceType;
import dev.almanac.web.Fields;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body that registers or replaces what a resource says of itself. What a GET answers beside these fields is only to be
 * read, and passed over.
 */
@JsonIgnoreProperties({"id", "version", "unavailable", "createdAt", "changedAt"})
public record ResourceRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String name,

        @Schema(implementation = ResourceType.class, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String resourceType,

        @Nullable String timeZone,
        @Nullable String calendarId,

        @Schema(minimum = "0", maximum = "1440", defaultValue = "0") @Nullable
        Integer bufferMinutes) {
    private static final int BUFFER_MINUTES_MAX = 24 * 60;

    /** The body that would leave it as it is. */
    public static ResourceRequest of(ResourceProfile profile) {
        return new ResourceRequest(
                profile.name(),
                profile.resourceType().name(),
                profile.timeZone(),
                profile.calendarId(),
                profile.bufferMinutes());
    }

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
