package dev.almanac.command.rule.delete;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Commands;
import dev.almanac.command.http.WriteAnswer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Rules")
class DeleteRuleEndpoint {
    private final Commands commands;

    DeleteRuleEndpoint(Commands commands) {
        this.commands = commands;
    }

    @Operation(operationId = "deleteRule", summary = "Deletes a rule; its history stays")
    @DeleteMapping("/api/v1/schedules/rules/{ruleId}")
    Mono<ResponseEntity<WriteAnswer>> delete(
            @PathVariable String ruleId, @RequestParam(required = false) @Nullable String reason, Request request) {
        Commands.allow(request.caller(), Role.STAFF);
        return commands.change(ruleId, new DeleteRule(ruleId, reason, request));
    }
}
