package dev.almanac.command.schedule.request;

import dev.almanac.web.Fields;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A manager's wish to book beyond capacity; the reason is mandatory (SCH-024). */
public record OverrideRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String reason) {

    public static @Nullable String reason(Fields fields, @Nullable OverrideRequest override) {
        return override == null ? null : fields.text("override.reason", override.reason(), 256);
    }
}
