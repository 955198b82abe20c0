package dev.almanac.command.rule.update;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Commands;
import dev.almanac.command.rule.request.RuleAnswer;
import dev.almanac.command.rule.request.RuleRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class UpdateRuleEndpoint {
    private final Commands commands;

    UpdateRuleEndpoint(Commands commands) {
        this.commands = commands;
    }

    @PutMapping("/api/v1/schedules/rules/{ruleId}")
    Mono<ResponseEntity<RuleAnswer>> update(
            @PathVariable String ruleId, @RequestBody RuleRequest body, Request request) {
        Commands.allow(request.caller(), Role.STAFF);
        return commands.change(ruleId, new UpdateRule(ruleId, body.draft(), request), RuleAnswer::of);
    }
}
