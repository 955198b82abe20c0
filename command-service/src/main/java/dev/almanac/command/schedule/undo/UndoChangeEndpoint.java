package dev.almanac.command.schedule.undo;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Commands;
import dev.almanac.command.http.WriteAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class UndoChangeEndpoint {
    private final Commands commands;

    UndoChangeEndpoint(Commands commands) {
        this.commands = commands;
    }

    /** Within 5 minutes, by its author or a manager, and only while nothing later depends on it. */
    @PostMapping("/api/v1/changes/{changeId}/undo")
    Mono<ResponseEntity<WriteAnswer>> undo(@PathVariable String changeId, Request request) {
        Commands.allow(request.caller(), Role.CUSTOMER);
        return commands.change(new UndoChange(changeId, request));
    }
}
