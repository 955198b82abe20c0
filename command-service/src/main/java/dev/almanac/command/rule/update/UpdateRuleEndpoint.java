package dev.almanac.command.rule.update;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Patches;
import dev.almanac.command.http.Slice;
import dev.almanac.command.http.Write;
import dev.almanac.command.rule.request.RuleAnswer;
import dev.almanac.command.rule.request.RuleRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@Tag(name = "Rules")
class UpdateRuleEndpoint {
    /** JSON merge patch (RFC 7396): what the patch names changes, null takes an optional field away. */
    @Operation(operationId = "patchRule", summary = "Changes what the body names of a rule (RFC 7396)")
    @Slice(role = Role.STAFF)
    @PatchMapping(
            path = "/api/v1/schedules/rules/{ruleId}",
            consumes = {Patches.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
    Write<RuleAnswer> patch(
            @PathVariable String ruleId,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = RuleRequest.class)))
                    @RequestBody
                    JsonNode body,
            Request request) {
        return Write.changing(ruleId, new PatchRule(ruleId, Patches.checked(body), request), RuleAnswer::of);
    }

    @Operation(operationId = "updateRule", summary = "Replaces what a rule says")
    @Slice(role = Role.STAFF, rehearsable = true)
    @PutMapping("/api/v1/schedules/rules/{ruleId}")
    Write<RuleAnswer> update(@PathVariable String ruleId, @RequestBody RuleRequest body, Request request) {
        return Write.changing(ruleId, new UpdateRule(ruleId, body.draft(), request), RuleAnswer::of);
    }
}
