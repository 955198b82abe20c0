package dev.almanac.command.conflict.resolve;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Slice;
import dev.almanac.command.http.Write;
import dev.almanac.command.http.WriteAnswer;
import dev.almanac.events.conflict.ResolutionMethod;
import dev.almanac.web.Fields;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Conflicts")
class ResolveConflictEndpoint {
    private static final int TEXT_MAX = 256;

    record ResolutionRequest(
            @Schema(implementation = ResolutionMethod.class, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String method,

            @Nullable String note) {}

    @Operation(operationId = "resolveConflict", summary = "Says how a conflict was ended")
    @Slice(role = Role.MANAGER)
    @PostMapping("/api/v1/schedules/conflicts/{conflictId}/resolve")
    Write<WriteAnswer> resolve(@PathVariable String conflictId, @RequestBody ResolutionRequest body, Request request) {
        Fields fields = new Fields();
        ResolutionMethod method = fields.constant("method", body.method(), ResolutionMethod.class);
        String note = fields.optionalText("note", body.note(), TEXT_MAX);
        return Write.changing(conflictId, fields.valid(() -> new ResolveConflict(conflictId, method, note, request)))
                .waiting();
    }
}
