package dev.almanac.command.conflict.escalate;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Slice;
import dev.almanac.command.http.Write;
import dev.almanac.command.http.WriteAnswer;
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
class EscalateConflictEndpoint {
    private static final int TEXT_MAX = 256;

    record EscalationRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String escalatedTo,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String reason) {}

    @Operation(operationId = "escalateConflict", summary = "Hands a conflict to somebody else")
    @Slice(role = Role.MANAGER)
    @PostMapping("/api/v1/schedules/conflicts/{conflictId}/escalate")
    Write<WriteAnswer> escalate(@PathVariable String conflictId, @RequestBody EscalationRequest body, Request request) {
        Fields fields = new Fields();
        String to = fields.text("escalatedTo", body.escalatedTo(), TEXT_MAX);
        String reason = fields.text("reason", body.reason(), TEXT_MAX);
        return Write.changing(conflictId, fields.valid(() -> new EscalateConflict(conflictId, to, reason, request)))
                .waiting();
    }
}
