package dev.almanac.command.rule.update;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Commands;
import dev.almanac.command.http.Patches;
import dev.almanac.command.rule.request.RuleAnswer;
import dev.almanac.command.rule.request.RuleRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@RestController
@Tag(name = "Rules")
class UpdateRuleEndpoint {
    private final Commands commands;

    UpdateRuleEndpoint(Commands commands) {
        this.commands = commands;
    }

    /** JSON merge patch (RFC 7396): what the patch names changes, null takes an optional field away. */
    @Operation(operationId = "patchRule", summary = "Changes what the body names of a rule (RFC 7396)")
    @PatchMapping(
            path = "/api/v1/schedules/rules/{ruleId}",
            consumes = {Patches.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
    Mono<ResponseEntity<RuleAnswer>> patch(
            @PathVariable String ruleId,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = RuleRequest.class)))
                    @RequestBody
                    JsonNode body,
            Request request) {
        Commands.allow(request.caller(), Role.STAFF);
        return commands.change(ruleId, new PatchRule(ruleId, Patches.checked(body), request), RuleAnswer::of);
    }

    @Operation(operationId = "updateRule", summary = "Replaces what a rule says")
    @PutMapping("/api/v1/schedules/rules/{ruleId}")
    Mono<ResponseEntity<RuleAnswer>> update(
            @PathVariable String ruleId, @RequestBody RuleRequest body, Request request) {
        Commands.allow(request.caller(), Role.STAFF);
        return commands.change(ruleId, new UpdateRule(ruleId, body.draft(), request), RuleAnswer::of);
    }
}
