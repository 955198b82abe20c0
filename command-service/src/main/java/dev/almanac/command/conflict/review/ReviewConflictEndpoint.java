package dev.almanac.command.conflict.review;

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
class ReviewConflictEndpoint {
    private static final int TEXT_MAX = 256;

    record ReviewRequest(@Nullable String note) {}

    @Operation(operationId = "reviewConflict", summary = "Says that somebody looks at a conflict")
    @Slice(role = Role.STAFF)
    @PostMapping("/api/v1/schedules/conflicts/{conflictId}/review")
    Write<WriteAnswer> review(
            @PathVariable String conflictId,
            @RequestBody(required = false) @Nullable ReviewRequest body,
            Request request) {
        Fields fields = new Fields();
        String note = fields.optionalText("note", body == null ? null : body.note(), TEXT_MAX);
        return Write.changing(conflictId, fields.valid(() -> new ReviewConflict(conflictId, note, request)))
                .waiting();
    }
}
