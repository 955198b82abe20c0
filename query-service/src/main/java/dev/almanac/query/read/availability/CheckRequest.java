package dev.almanac.query.read.availability;

import dev.almanac.query.http.Fields;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which resource is wanted, and when.
 *
 * @param bufferMinutes to keep to other claims; a resource that needs more keeps its own
 */
record CheckRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String resourceId,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date-time") @Nullable
        String startDateTime,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date-time") @Nullable
        String endDateTime,

        @Schema(minimum = "0", maximum = "1440", defaultValue = "15") @Nullable
        Integer bufferMinutes) {

    Wish wish() {
        Fields fields = new Fields();
        if (resourceId == null) {
            fields.error("resourceId", "is required");
        }
        return Wish.of(fields, startDateTime, endDateTime, bufferMinutes);
    }
}
