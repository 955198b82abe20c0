package dev.almanac.command.rule.create;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Slice;
import dev.almanac.command.http.Write;
import dev.almanac.command.rule.request.RuleAnswer;
import dev.almanac.command.rule.request.RuleRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Rules")
class CreateRuleEndpoint {
    @Operation(operationId = "createRule", summary = "Creates a rule that makes runs of a job")
    @ApiResponse(responseCode = "201", description = "Created, at Location", useReturnTypeSchema = true)
    @Slice(role = Role.STAFF, rehearsable = true)
    @PostMapping("/api/v1/schedules/rules")
    Write<RuleAnswer> create(@RequestBody RuleRequest body, Request request) {
        String id = UUID.randomUUID().toString();
        return Write.creating("/schedules/rules", id, new CreateRule(id, body.draft(), request), RuleAnswer::of);
    }
}
