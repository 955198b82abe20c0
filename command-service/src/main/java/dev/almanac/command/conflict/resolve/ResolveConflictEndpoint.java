package dev.almanac.command.conflict.resolve;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.conflict.detected.ConflictCommands;
import dev.almanac.command.http.Commands;
import dev.almanac.command.http.WriteAnswer;
import dev.almanac.events.conflict.ResolutionMethod;
import dev.almanac.web.Fields;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
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
class ResolveConflictEndpoint {
    private static final int TEXT_MAX = 256;
    private final ConflictCommands commands;

    ResolveConflictEndpoint(ConflictCommands commands) {
        this.commands = commands;
    }

    record ResolutionRequest(
            @Schema(implementation = ResolutionMethod.class, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String method,

            @Nullable String note) {}

    @Operation(operationId = "resolveConflict", summary = "Says how a conflict was ended")
    @PostMapping("/api/v1/schedules/conflicts/{conflictId}/resolve")
    Mono<ResponseEntity<WriteAnswer>> resolve(
            @PathVariable String conflictId, @RequestBody ResolutionRequest body, Request request) {
        Commands.allow(request.caller(), Role.MANAGER);
        Fields fields = new Fields();
        ResolutionMethod method = fields.constant("method", body.method(), ResolutionMethod.class);
        String note = fields.optionalText("note", body.note(), TEXT_MAX);
        return commands.decide(conflictId, fields.valid(() -> new ResolveConflict(conflictId, method, note, request)));
    }
}
