package dev.almanac.query.resources.availability;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.almanac.web.Fields;
import dev.almanac.web.Rejected;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Which resources are wanted at the same time.
 *
 * @param resourceIds 1 to 50 (SCH-033)
 * @param startDateTime RFC 3339, or a local date-time of {@code timeZone}, as the end
 * @param bufferMinutes to keep to other claims; a resource that needs more keeps its own
 * @param excluding ids of events, series or occurrences that do not count, as they are to be moved; one alone may stand
 *     without brackets, and one that the caller may not see counts
 */
record CheckMultipleRequest(
        @ArraySchema(
                arraySchema = @Schema(requiredMode = Schema.RequiredMode.REQUIRED),
                minItems = 1,
                maxItems = CheckMultipleRequest.RESOURCES_MAX)
        @Nullable
        List<@Nullable String> resourceIds,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date-time") @Nullable
        String startDateTime,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date-time") @Nullable
        String endDateTime,

        @Schema(example = "Europe/Berlin") @Nullable String timeZone,

        @Schema(minimum = "0", maximum = "1440", defaultValue = "15") @Nullable
        Integer bufferMinutes,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        List<@Nullable String> excluding) {
    /** SCH-033. */
    static final int RESOURCES_MAX = 50;

    RequestedSlot wish(Fields fields) {
        if (resourceIds == null || resourceIds.isEmpty()) {
            fields.error("resourceIds", "names at least one resource");
        } else if (resourceIds.stream().anyMatch(Objects::isNull)) {
            fields.error("resourceIds", "names resources, and nothing else");
        }
        RequestedSlot wish = RequestedSlot.of(fields, startDateTime, endDateTime, timeZone, bufferMinutes, excluding);
        if (ids().size() > RESOURCES_MAX) {
            throw Rejected.because(HttpStatus.BAD_REQUEST, "too-many-resources", "Too many resources at once")
                    .rule("SCH-033")
                    .field("resourceIds", "at most " + RESOURCES_MAX);
        }
        return wish;
    }

    /** Each once. */
    List<String> ids() {
        return resourceIds == null
                ? List.of()
                : resourceIds.stream().filter(Objects::nonNull).distinct().toList();
    }
}
