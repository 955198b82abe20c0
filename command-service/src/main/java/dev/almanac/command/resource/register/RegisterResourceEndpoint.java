package dev.almanac.command.resource.register;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Commands;
import dev.almanac.command.http.WriteAnswer;
import dev.almanac.command.resource.request.ResourceRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Resources")
class RegisterResourceEndpoint {
    private final Commands commands;

    RegisterResourceEndpoint(Commands commands) {
        this.commands = commands;
    }

    @Operation(operationId = "registerResource", summary = "Registers a person, a thing or a room that events need")
    @ApiResponse(responseCode = "201", description = "Created, at Location", useReturnTypeSchema = true)
    @PostMapping("/api/v1/resources")
    Mono<ResponseEntity<WriteAnswer>> register(@RequestBody ResourceRequest body, Request request) {
        Commands.allow(request.caller(), Role.MANAGER);
        String id = UUID.randomUUID().toString();
        return commands.create("/resources", id, new RegisterResource(id, body.profile(), request));
    }
}
