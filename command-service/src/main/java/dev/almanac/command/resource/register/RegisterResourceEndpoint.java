package dev.almanac.command.resource.register;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Commands;
import dev.almanac.command.http.WriteAnswer;
import dev.almanac.command.resource.request.ResourceRequest;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class RegisterResourceEndpoint {
    private final Commands commands;

    RegisterResourceEndpoint(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/api/v1/resources")
    Mono<ResponseEntity<WriteAnswer>> register(@RequestBody ResourceRequest body, Request request) {
        Commands.allow(request.caller(), Role.MANAGER);
        String id = UUID.randomUUID().toString();
        return commands.create("/resources", id, new RegisterResource(id, body.profile(), request));
    }
}
