package dev.almanac.command.conflict.apply;

import dev.almanac.events.conflict.ResolutionMethod;
import dev.almanac.web.Fields;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A suggestion as the conflict's detail has it.
 *
 * @param resourceName as it was read, and not looked at
 * @param parts of SPLIT, which is done by hand
 * @param reason for the history; that it resolves a conflict where there is none
 */
record SuggestionRequest(
        @Schema(implementation = ResolutionMethod.class, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String method,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String scheduleId,

        @Nullable String startDateTime,
        @Nullable String endDateTime,
        @Nullable String resourceId,
        @Nullable String resourceName,
        @Nullable List<Part> parts,
        @Nullable String reason) {
    private static final int TEXT_MAX = 256;

    record Part(@Nullable String startDateTime, @Nullable String endDateTime) {}

    Suggestion suggestion() {
        Fields fields = new Fields();
        ResolutionMethod how = fields.constant("method", method, ResolutionMethod.class);
        String whom = fields.text("scheduleId", scheduleId, TEXT_MAX);
        String why = fields.optionalText("reason", reason, TEXT_MAX);
        boolean moves = how == ResolutionMethod.RESCHEDULED;
        Instant start = moves ? fields.instant("startDateTime", startDateTime) : Instant.EPOCH;
        Instant end = fields.optionalInstant("endDateTime", moves ? endDateTime : null);
        String resource =
                how == ResolutionMethod.RESOURCE_CHANGED ? fields.text("resourceId", resourceId, TEXT_MAX) : "";
        return fields.valid(() -> new Suggestion(how, whom, start, end, resource, why));
    }
}
