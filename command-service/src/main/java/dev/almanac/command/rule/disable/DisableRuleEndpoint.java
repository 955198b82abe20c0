package dev.almanac.command.rule.disable;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Commands;
import dev.almanac.command.rule.request.ReasonBody;
import dev.almanac.command.rule.request.RuleAnswer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Rules")
class DisableRuleEndpoint {
    private final Commands commands;

    DisableRuleEndpoint(Commands commands) {
        this.commands = commands;
    }

    @Operation(
            operationId = "disableRule",
            summary = "Ends a rule until somebody resumes it, and forgets what it would have caught up")
    @PostMapping("/api/v1/schedules/rules/{ruleId}/disable")
    Mono<ResponseEntity<RuleAnswer>> disable(
            @PathVariable String ruleId, @RequestBody(required = false) @Nullable ReasonBody body, Request request) {
        Commands.allow(request.caller(), Role.STAFF);
        return commands.change(ruleId, new DisableRule(ruleId, ReasonBody.reasonIn(body), request), RuleAnswer::of);
    }
}
