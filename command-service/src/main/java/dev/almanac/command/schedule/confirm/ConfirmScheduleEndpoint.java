package dev.almanac.command.schedule.confirm;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Slice;
import dev.almanac.command.http.Write;
import dev.almanac.command.http.WriteAnswer;
import dev.almanac.command.schedule.model.ScheduleId;
import dev.almanac.web.Fields;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Events")
class ConfirmScheduleEndpoint {
    record ConfirmationRequest(@Nullable String reason) {
        private @Nullable String checked() {
            Fields fields = new Fields();
            String why = fields.optionalText("reason", reason, 256);
            fields.valid(() -> "");
            return why;
        }
    }

    /** Takes a schedule id, or an occurrence id to confirm that one alone. */
    @Operation(operationId = "confirmEvent", summary = "Makes a tentative event or occurrence certain")
    @Slice(role = Role.STAFF, rehearsable = true)
    @PostMapping("/api/v1/schedules/{scheduleId}/confirm")
    Write<WriteAnswer> confirm(
            @PathVariable String scheduleId,
            @RequestBody(required = false) @Nullable ConfirmationRequest body,
            Request request) {
        ScheduleId id = ScheduleId.of(scheduleId);
        String reason = body == null ? null : body.checked();
        return Write.changing(
                id.seriesId(),
                id.namesAnOccurrence()
                        ? new ConfirmOccurrence(id.seriesId(), id.id(), reason, request)
                        : new ConfirmSchedule(id.id(), reason, request));
    }
}
