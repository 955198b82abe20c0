package dev.almanac.command.calendar.share;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Slice;
import dev.almanac.command.http.Write;
import dev.almanac.command.http.WriteAnswer;
import dev.almanac.events.calendar.ShareLevel;
import dev.almanac.web.Fields;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Calendars")
@RequestMapping("/api/v1/calendars/{calendarId}/shares/{subject}")
class SharesEndpoint {
    /** As long as a token's subject may be. */
    private static final int SUBJECT_MAX = 128;

    record ShareRequest(
            @Schema(implementation = ShareLevel.class, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String level) {
        private ShareCalendar command(String calendarId, String subject, Request request) {
            Fields fields = new Fields();
            ShareLevel named = fields.constant("level", level, ShareLevel.class);
            fields.text("subject", subject, SUBJECT_MAX);
            return fields.valid(() -> new ShareCalendar(calendarId, subject, named, request));
        }
    }

    /** Lets the subject of a token use the calendar: VIEW, EDIT or ADMIN. */
    @Operation(operationId = "shareCalendar", summary = "Shares a calendar with somebody, at a level")
    @Slice(role = Role.CUSTOMER)
    @PutMapping
    Write<WriteAnswer> share(
            @PathVariable String calendarId,
            @PathVariable String subject,
            @RequestBody ShareRequest body,
            Request request) {
        return Write.changing(calendarId, body.command(calendarId, subject, request));
    }

    @Operation(operationId = "unshareCalendar", summary = "Ends a share")
    @Slice(role = Role.CUSTOMER)
    @DeleteMapping
    Write<WriteAnswer> unshare(@PathVariable String calendarId, @PathVariable String subject, Request request) {
        return Write.changing(calendarId, new UnshareCalendar(calendarId, subject, request));
    }
}
