package dev.almanac.command.schedule.request;

import dev.almanac.command.access.Caller;
import dev.almanac.command.store.Appending;
import dev.almanac.web.Fields;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A manager's wish to book beyond capacity; the reason is mandatory (SCH-024). */
public record OverrideRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String reason) {

    public static @Nullable String reason(Fields fields, @Nullable OverrideRequest override) {
        return override == null ? null : fields.text("override.reason", override.reason(), 256);
    }

    /** SCH-021. */
    public static void allow(@Nullable String reason, Caller caller) {
        if (reason != null && !caller.isManager()) {
            Appending.unless(Optional.of(new OverrideNeedsAManager()));
        }
    }
}
