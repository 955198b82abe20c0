package dev.almanac.command.rule.disable;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Slice;
import dev.almanac.command.http.Write;
import dev.almanac.command.rule.request.ReasonBody;
import dev.almanac.command.rule.request.RuleAnswer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Rules")
class DisableRuleEndpoint {
    @Operation(
            operationId = "disableRule",
            summary = "Ends a rule until somebody resumes it, and forgets what it would have caught up")
    @Slice(role = Role.STAFF, rehearsable = true)
    @PostMapping("/api/v1/schedules/rules/{ruleId}/disable")
    Write<RuleAnswer> disable(
            @PathVariable String ruleId, @RequestBody(required = false) @Nullable ReasonBody body, Request request) {
        return Write.changing(ruleId, new DisableRule(ruleId, ReasonBody.reasonIn(body), request), RuleAnswer::of);
    }
}
