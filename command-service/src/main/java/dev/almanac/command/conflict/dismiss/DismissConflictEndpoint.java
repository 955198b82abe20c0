package dev.almanac.command.conflict.dismiss;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.conflict.detected.ConflictCommands;
import dev.almanac.command.http.Commands;
import dev.almanac.command.http.WriteAnswer;
import dev.almanac.web.Fields;
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
@Tag(name = "Conflicts")
class DismissConflictEndpoint {
    private static final int TEXT_MAX = 256;
    private final ConflictCommands commands;

    DismissConflictEndpoint(ConflictCommands commands) {
        this.commands = commands;
    }

    record DismissalRequest(@Nullable String reason) {}

    @Operation(operationId = "dismissConflict", summary = "Says that a conflict is none")
    @PostMapping("/api/v1/schedules/conflicts/{conflictId}/dismiss")
    Mono<ResponseEntity<WriteAnswer>> dismiss(
            @PathVariable String conflictId,
            @RequestBody(required = false) @Nullable DismissalRequest body,
            Request request) {
        Commands.allow(request.caller(), Role.MANAGER);
        Fields fields = new Fields();
        String reason = fields.optionalText("reason", body == null ? null : body.reason(), TEXT_MAX);
        return commands.decide(conflictId, fields.valid(() -> new DismissConflict(conflictId, reason, request)));
    }
}
