package dev.almanac.command.undo;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.calendar.undo.UndoCalendarChange;
import dev.almanac.command.http.Commands;
import dev.almanac.command.http.Slice;
import dev.almanac.command.http.Write;
import dev.almanac.command.http.WriteAnswer;
import dev.almanac.command.preference.undo.UndoPreferenceChange;
import dev.almanac.command.schedule.undo.UndoChange;
import dev.almanac.command.webhook.undo.UndoWebhookChange;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Changes")
class UndoChangeEndpoint {
    private final Commands commands;
    private final JdbcTemplate jdbc;

    UndoChangeEndpoint(Commands commands, JdbcTemplate jdbc) {
        this.commands = commands;
        this.jdbc = jdbc;
    }

    /** Within 5 minutes, by its author or a manager, and only while nothing later depends on it: of events, calendars, preferences and webhooks. */
    @Operation(operationId = "undoChange", summary = "Takes a change back, within 5 minutes")
    @Slice(role = Role.CUSTOMER)
    @PostMapping("/api/v1/changes/{changeId}/undo")
    Mono<ResponseEntity<WriteAnswer>> undo(@PathVariable String changeId, Request request) {
        return commands.onVirtualThread(() -> Write.changing(command(changeId, request)))
                .flatMap(commands::carryOut);
    }

    private Command command(String changeId, Request request) {
        return jdbc
                .query(
                        "select type, aggregate_identifier from domain_event_entry where event_identifier = ?",
                        (row, _) -> command(row.getString(1), row.getString(2), changeId, request),
                        changeId)
                .stream()
                .findFirst()
                .orElseGet(() -> new UndoChange(changeId, request));
    }

    /** Of events several are taken back together: they are found anew. */
    private static Command command(String type, String subject, String changeId, Request request) {
        return switch (type) {
            case "Calendar" -> new UndoCalendarChange(subject, changeId, request);
            case "NotificationPreference" -> new UndoPreferenceChange(subject, changeId, request);
            case "WebhookSubscription" -> new UndoWebhookChange(subject, changeId, request);
            default -> new UndoChange(changeId, request);
        };
    }
}
