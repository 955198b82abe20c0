package dev.almanac.command.rule.runnow;

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
class RunRuleNowEndpoint {
    @Operation(operationId = "runRuleNow", summary = "Asks for a run now, beside the timetable")
    @Slice(role = Role.STAFF)
    @PostMapping("/api/v1/schedules/rules/{ruleId}/run-now")
    Write<RuleAnswer> runNow(
            @PathVariable String ruleId, @RequestBody(required = false) @Nullable ReasonBody body, Request request) {
        return Write.changing(ruleId, new RunRuleNow(ruleId, ReasonBody.reasonIn(body), request), RuleAnswer::of);
    }
}
