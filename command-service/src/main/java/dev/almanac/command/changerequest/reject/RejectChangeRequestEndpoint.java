package dev.almanac.command.changerequest.reject;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Slice;
import dev.almanac.command.http.Write;
import dev.almanac.command.http.WriteAnswer;
import dev.almanac.command.rule.request.ReasonBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Change requests")
class RejectChangeRequestEndpoint {
    @Operation(operationId = "rejectChangeRequest", summary = "Turns a proposed change down")
    @Slice(role = Role.CUSTOMER)
    @PostMapping("/api/v1/ops/calendar/change-request/{changeRequestId}/reject")
    Write<WriteAnswer> reject(
            @PathVariable String changeRequestId,
            @RequestBody(required = false) @Nullable ReasonBody body,
            Request request) {
        return Write.changing(
                changeRequestId, new RejectChangeRequest(changeRequestId, ReasonBody.reasonIn(body), request));
    }
}
