package dev.almanac.command.conflict.review;

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
class ReviewConflictEndpoint {
    private static final int TEXT_MAX = 256;
    private final ConflictCommands commands;

    ReviewConflictEndpoint(ConflictCommands commands) {
        this.commands = commands;
    }

    record ReviewRequest(@Nullable String note) {}

    @Operation(operationId = "reviewConflict", summary = "Says that somebody looks at a conflict")
    @PostMapping("/api/v1/schedules/conflicts/{conflictId}/review")
    Mono<ResponseEntity<WriteAnswer>> review(
            @PathVariable String conflictId,
            @RequestBody(required = false) @Nullable ReviewRequest body,
            Request request) {
        Commands.allow(request.caller(), Role.STAFF);
        Fields fields = new Fields();
        String note = fields.optionalText("note", body == null ? null : body.note(), TEXT_MAX);
        return commands.decide(conflictId, fields.valid(() -> new ReviewConflict(conflictId, note, request)));
    }
}
