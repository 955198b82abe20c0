package dev.almanac.command.rule.delete;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Slice;
import dev.almanac.command.http.Write;
import dev.almanac.command.http.WriteAnswer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Rules")
class DeleteRuleEndpoint {
    @Operation(operationId = "deleteRule", summary = "Deletes a rule; its history stays")
    @Slice(role = Role.STAFF, rehearsable = true)
    @DeleteMapping("/api/v1/schedules/rules/{ruleId}")
    Write<WriteAnswer> delete(
            @PathVariable String ruleId, @RequestParam(required = false) @Nullable String reason, Request request) {
        return Write.changing(ruleId, new DeleteRule(ruleId, reason, request));
    }
}
