package dev.almanac.query.resources.availability;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.almanac.web.Fields;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which resource is wanted, and when.
 *
 * @param startDateTime RFC 3339, or a local date-time of {@code timeZone}, as the end
 * @param bufferMinutes to keep to other claims; a resource that needs more keeps its own
 * @param excluding ids of events, series or occurrences that do not count, as they are to be moved; one alone may stand
 *     without brackets, and one that the caller may not see counts
 */
record CheckRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String resourceId,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date-time") @Nullable
        String startDateTime,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date-time") @Nullable
        String endDateTime,

        @Schema(example = "Europe/Berlin") @Nullable String timeZone,

        @Schema(minimum = "0", maximum = "1440", defaultValue = "15") @Nullable
        Integer bufferMinutes,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        List<@Nullable String> excluding) {

    RequestedSlot wish(Fields fields) {
        if (resourceId == null) {
            fields.error("resourceId", "is required");
        }
        return RequestedSlot.of(fields, startDateTime, endDateTime, timeZone, bufferMinutes, excluding);
    }
}
