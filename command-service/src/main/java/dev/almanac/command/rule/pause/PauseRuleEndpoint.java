package dev.almanac.command.rule.pause;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Slice;
import dev.almanac.command.http.Write;
import dev.almanac.command.rule.request.RuleAnswer;
import dev.almanac.web.Fields;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Rules")
class PauseRuleEndpoint {
    /**
     * All may be left out: without an end, the pause lasts until somebody resumes the rule.
     *
     * @param resumeAfter RFC 3339, or a local date-time of {@code timeZone}
     */
    record PauseRequest(
            @Nullable String reason,
            @Nullable String resumeAfter,
            @Nullable String timeZone) {

        private PauseRule command(String ruleId, Request request) {
            Fields fields = new Fields();
            String why = fields.optionalText("reason", reason, 256);
            Instant end = fields.optionalInstant("resumeAfter", resumeAfter, fields.optionalZone("timeZone", timeZone));
            return fields.valid(() -> new PauseRule(ruleId, end, why, request.noting(fields.notes())));
        }
    }

    @Operation(operationId = "pauseRule", summary = "Pauses a rule, until a time if one is named")
    @Slice(role = Role.STAFF, rehearsable = true)
    @PostMapping("/api/v1/schedules/rules/{ruleId}/pause")
    Write<RuleAnswer> pause(
            @PathVariable String ruleId, @RequestBody(required = false) @Nullable PauseRequest body, Request request) {
        PauseRequest said = body == null ? new PauseRequest(null, null, null) : body;
        return Write.changing(ruleId, said.command(ruleId, request), RuleAnswer::of);
    }
}
