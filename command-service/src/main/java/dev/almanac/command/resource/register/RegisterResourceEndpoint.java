package dev.almanac.command.resource.register;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Slice;
import dev.almanac.command.http.Write;
import dev.almanac.command.http.WriteAnswer;
import dev.almanac.command.resource.request.ResourceRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Resources")
class RegisterResourceEndpoint {
    @Operation(operationId = "registerResource", summary = "Registers a person, a thing or a room that events need")
    @ApiResponse(responseCode = "201", description = "Created, at Location", useReturnTypeSchema = true)
    @Slice(role = Role.MANAGER, rehearsable = true)
    @PostMapping("/api/v1/resources")
    Write<WriteAnswer> register(@RequestBody ResourceRequest body, Request request) {
        String id = UUID.randomUUID().toString();
        return Write.creating("/resources", id, new RegisterResource(id, body.profile(), request));
    }
}
