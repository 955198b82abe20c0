package dev.almanac.command.rule.create;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Commands;
import dev.almanac.command.rule.request.RuleAnswer;
import dev.almanac.command.rule.request.RuleRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Rules")
class CreateRuleEndpoint {
    private final Commands commands;

    CreateRuleEndpoint(Commands commands) {
        this.commands = commands;
    }

    @Operation(operationId = "createRule", summary = "Creates a rule that makes runs of a job")
    @ApiResponse(responseCode = "201", description = "Created, at Location", useReturnTypeSchema = true)
    @PostMapping("/api/v1/schedules/rules")
    Mono<ResponseEntity<RuleAnswer>> create(@RequestBody RuleRequest body, Request request) {
        Commands.allow(request.caller(), Role.STAFF);
        String id = UUID.randomUUID().toString();
        return commands.create("/schedules/rules", id, new CreateRule(id, body.draft(), request), RuleAnswer::of);
    }
}
