package dev.almanac.command.rule.runnow;

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
class RunRuleNowEndpoint {
    private final Commands commands;

    RunRuleNowEndpoint(Commands commands) {
        this.commands = commands;
    }

    @Operation(operationId = "runRuleNow", summary = "Asks for a run now, beside the timetable")
    @PostMapping("/api/v1/schedules/rules/{ruleId}/run-now")
    Mono<ResponseEntity<RuleAnswer>> runNow(
            @PathVariable String ruleId, @RequestBody(required = false) @Nullable ReasonBody body, Request request) {
        Commands.allow(request.caller(), Role.STAFF);
        return commands.change(ruleId, new RunRuleNow(ruleId, ReasonBody.reasonIn(body), request), RuleAnswer::of);
    }
}
