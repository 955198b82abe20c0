package dev.almanac.command.resource.update;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Commands;
import dev.almanac.command.http.WriteAnswer;
import dev.almanac.command.resource.request.ResourceRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class UpdateResourceEndpoint {
    private final Commands commands;

    UpdateResourceEndpoint(Commands commands) {
        this.commands = commands;
    }

    @PutMapping("/api/v1/resources/{resourceId}")
    Mono<ResponseEntity<WriteAnswer>> update(
            @PathVariable String resourceId, @RequestBody ResourceRequest body, Request request) {
        Commands.allow(request.caller(), Role.MANAGER);
        return commands.change(resourceId, new UpdateResource(resourceId, body.profile(), request));
    }
}
