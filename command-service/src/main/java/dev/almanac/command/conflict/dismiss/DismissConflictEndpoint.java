package dev.almanac.command.conflict.dismiss;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Slice;
import dev.almanac.command.http.Write;
import dev.almanac.command.http.WriteAnswer;
import dev.almanac.web.Fields;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Conflicts")
class DismissConflictEndpoint {
    private static final int TEXT_MAX = 256;

    record DismissalRequest(@Nullable String reason) {}

    @Operation(operationId = "dismissConflict", summary = "Says that a conflict is none")
    @Slice(role = Role.MANAGER)
    @PostMapping("/api/v1/schedules/conflicts/{conflictId}/dismiss")
    Write<WriteAnswer> dismiss(
            @PathVariable String conflictId,
            @RequestBody(required = false) @Nullable DismissalRequest body,
            Request request) {
        Fields fields = new Fields();
        String reason = fields.optionalText("reason", body == null ? null : body.reason(), TEXT_MAX);
        return Write.changing(conflictId, fields.valid(() -> new DismissConflict(conflictId, reason, request)))
                .waiting();
    }
}
