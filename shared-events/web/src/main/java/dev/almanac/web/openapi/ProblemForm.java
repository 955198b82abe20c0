package dev.almanac.web.openapi;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A problem as documents show it. What a problem has beyond RFC 9457 depends on its type. */
@Schema(name = "Problem", description = "A problem (RFC 9457), served as application/problem+json")
public record ProblemForm(
        @Schema(description = "Which problem it is", example = "urn:scheduling:problem:invalid-request", format = "uri")
        String type,

        @Schema(description = "The same for every problem of the type")
        String title,

        @Schema(description = "The status code") int status,

        @Schema(description = "What is wrong here, in a sentence") @Nullable
        String detail,

        @Schema(description = "The path of the request") @Nullable
        String instance,

        @Schema(description = "The rule that was broken", example = "SCH-023") @Nullable
        String rule,

        @Schema(description = "What is wrong, by field of the request") @Nullable
        Map<String, List<String>> errors,

        @Schema(description = "What is in the way") @Nullable
        List<Map<String, Object>> conflictingEvents) {}
